package io.sightings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void anUnknownOptionIsNamedAndHelpIsNear() {
    assertThat(run("watch", "--colour")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly("sightings: Unknown option: '--colour'", "Try: sightings watch --help");
  }

  @Test
  void aMistypedCommandIsGuessed() {
    assertThat(run("wacth")).isEqualTo(2);
    assertThat(err.toString()).contains("watch").doesNotContain("\tat ");
  }

  @Test
  void anEngineThatDoesNotExistIsRefusedWithTheOnesThatDo() {
    assertThat(run("demo", "--engine", "magic")).isEqualTo(2);
    assertThat(err.toString()).contains("--engine").contains("OFFLINE").contains("magic");
  }

  @Test
  void everyCommandExplainsItself() {
    for (String command :
        new String[] {
          "demo", "ingest", "enrol", "people", "watch", "calibrate", "cluster", "models"
        }) {
      assertThat(run(command, "--help")).as(command).isZero();
      assertThat(out.toString()).contains("sightings " + command);
    }
  }

  @Test
  void aBrokerAddressWithoutAPortIsAMistakeOfTheCommandLine() {
    assertThat(run("people", "list", "--bootstrap", "nowhere")).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("--bootstrap nowhere").contains("HOST:PORT");
  }

  @Test
  void anUnreachableBrokerIsOneLineThatSaysHowToMendIt() {
    // Nobody listens on the discard port.
    assertThat(run("watch", "--bootstrap", "127.0.0.1:9")).isEqualTo(3);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("127.0.0.1:9").contains("SIGHTINGS_KAFKA_BOOTSTRAP");
  }

  @Test
  void theStackTraceIsForThoseWhoAsk() {
    assertThat(run("watch", "--bootstrap", "nowhere", "--verbose")).isEqualTo(2);
    assertThat(err.toString()).contains("\tat io.sightings.cli.");
  }

  @Test
  void aModelFileWithAnotherHashIsRefused(@TempDir Path models) throws Exception {
    Files.writeString(models.resolve("face_detection_yunet_2023mar.onnx"), "not a model");

    assertThat(run("models", "list", "--models", models.toString())).isEqualTo(3);
    assertThat(err.toString()).contains("SHA-256").contains("yunet").contains("Delete it");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aFolderOfModelsHasNoEffectOnTheTerminal(@TempDir Path dir) throws Exception {
    Path models = Files.createDirectory(dir.resolve("m\u001b[2J"));
    Files.writeString(models.resolve("face_detection_yunet_2023mar.onnx"), "not a model");

    run("models", "list", "--models", models.toString());

    assertThat(out + "" + err).contains("m\uFFFD[2J").doesNotContain("\u001b");
  }

  private int run(String... args) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
