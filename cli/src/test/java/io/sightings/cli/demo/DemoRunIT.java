package io.sightings.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.cli.CrossOriginPage;
import io.sightings.cli.ListeningPorts;
import io.sightings.cli.Main;
import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import io.sightings.contract.codec.Json;
import io.sightings.engine.model.ModelEntry;
import io.sightings.engine.model.ModelFiles;
import io.sightings.process.ProcessAwait;
import io.sightings.toolkit.scene.SightingFormatter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole product on the drawn scene: with networks where they were fetched, else with the engine
 * that needs no model files.
 */
class DemoRunIT {
  private static final Pattern FLINK = Pattern.compile("Flink +(http://\\S+)\\s");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final StringWriter said = new StringWriter();
  private final StringWriter complained = new StringWriter();

  @Test
  void whatIsSeenIsWhatReallyHappened(@TempDir Path out) throws Exception {
    CompletableFuture<List<String>> attack = CompletableFuture.supplyAsync(this::attackFlink);
    String engine = engine();
    int exitCode = run("demo", "--engine", engine, "--exit-when-done", "--out", out.toString());

    assertThat(attack.get()).allMatch(answer -> answer.endsWith("HTTP/1.1 403 Forbidden"));
    assertThat(complained.toString()).isEmpty();
    assertThat(exitCode).isZero();
    assertThat(said.toString())
        .contains("truth: 10 visits of 6 people; seen: 10; missing: 0; extra: 0")
        .contains("10 sightings of 6 people, 7 of them named");
    filesHoldWhatTheTopicHeld(out);
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  private static String engine() {
    ModelFiles models = ModelFiles.in(List.of());
    boolean fetched =
        Stream.of(ModelEntry.Role.DETECTOR, ModelEntry.Role.EMBEDDER)
            .allMatch(role -> models.entries(role).stream().anyMatch(models::usable));
    if (!fetched) {
      System.out.println(
          "DemoRunIT runs with the offline engine: run `sightings models fetch` for the networks.");
    }
    return fetched ? "onnx" : "offline";
  }

  /** What a page in a browser on this machine does to the demo while it runs. */
  private List<String> attackFlink() {
    ProcessAwait.until("Flink is up", PATIENCE, () -> FLINK.matcher(said.toString()).find());
    Matcher flink = FLINK.matcher(said.toString());
    assertThat(flink.find()).isTrue();
    assertThat(ListeningPorts.toOtherMachines(ProcessHandle.current().pid())).isEmpty();
    assertThat(ProcessHandle.current().descendants())
        .isNotEmpty()
        .allSatisfy(child -> assertThat(ListeningPorts.toOtherMachines(child.pid())).isEmpty());
    try {
      return new CrossOriginPage(URI.create(flink.group(1))).attack();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The summary was made from the topic: each of its visits is one line in the file of its day. */
  private void filesHoldWhatTheTopicHeld(Path out) throws Exception {
    List<Sighting> written = new ArrayList<>();
    for (String line : linesOf(out.resolve("sightings/date=2026-01-01"))) {
      written.add(Json.read(line.getBytes(StandardCharsets.UTF_8), Sighting.class));
    }
    assertThat(written).extracting(Sighting::status).containsOnly(SightingStatus.CLOSED);
    assertThat(written).extracting(Sighting::id).doesNotHaveDuplicates();
    String summary = said.toString().substring(said.toString().indexOf("WHO "));
    assertThat(written)
        .hasSize(10)
        .allSatisfy(
            sighting ->
                assertThat(summary)
                    .containsPattern(
                        SightingFormatter.who(sighting)
                            + " +demo +"
                            + SightingFormatter.time(sighting.firstSeen())
                            + "  "
                            + SightingFormatter.time(sighting.lastSeen())
                            + " +"
                            + sighting.frames()));
  }

  @Test
  void whatCannotBePlayedIsNamedAndTheRestIsPlayed(@TempDir Path temp) throws IOException {
    Path empty = Files.createFile(temp.resolve("empty.mp4"));
    Path noVideo = Files.writeString(temp.resolve("no-video.mp4"), "hello");
    Path missing = temp.resolve("missing.mp4");
    Path portraits = DrawnPortraits.writeTo(temp.resolve("portraits"));

    int exitCode =
        run(
            "demo",
            "--engine",
            "offline",
            "--out",
            temp.resolve("out").toString(),
            "--input",
            empty.toString(),
            "--input",
            noVideo.toString(),
            "--input",
            missing.toString(),
            "--input",
            portraits.toString());

    assertThat(exitCode).isEqualTo(1);
    assertThat(complained.toString().lines())
        .hasSize(3)
        .anyMatch(line -> line.contains("empty.mp4: the file is empty"))
        .anyMatch(line -> line.contains("no-video.mp4: "))
        .anyMatch(line -> line.contains("missing.mp4: there is no such file"));
    assertThat(said.toString()).contains("portraits");
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  private static List<String> linesOf(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    return lines;
  }

  private int run(String... args) {
    return Main.run(new PrintWriter(said, true), new PrintWriter(complained, true), args);
  }
}
