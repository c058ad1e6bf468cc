package io.sightings.cli.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.cli.Main;
import io.sightings.emulator.FaceEmulator;
import io.sightings.emulator.FaceEmulatorSettings;
import io.sightings.emulator.fault.CallFault;
import io.sightings.emulator.fault.FaultPlan;
import io.sightings.emulator.fault.FaultPlan.FaultRule;
import io.sightings.emulator.operations.EmulatorDelays;
import io.sightings.emulator.wire.ApiOperation;
import io.sightings.engine.EngineSettings;
import io.sightings.scenes.DemoScene;
import io.sightings.scenes.PortraitPainter;
import io.sightings.toolkit.console.CommandFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about people of the service, against its stand-in, in this JVM. */
class AzureCommandsTest {
  private static final String SECRET = "0123456789abcdef-secret";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private FaceEmulator service;
  private FaceEmulator second;
  private Path people;

  @BeforeEach
  void start() throws IOException {
    service = stand("a-key");
    people = Files.createDirectories(folder.resolve("people"));
    new PortraitPainter().write(people, "Ada", DemoScene.defaults().enrolled().get("Ada"), 2);
    config(service, "a-key", null);
  }

  private static FaceEmulator stand(String key) {
    return FaceEmulator.start(
        FaceEmulatorSettings.DEFAULT
            .withCredentials(key, null)
            .withEngine(EngineSettings.DEFAULT.withEngine(EngineSettings.Engine.OFFLINE))
            .withPace(EmulatorDelays.INSTANT));
  }

  private void config(FaceEmulator at, String key, FaceEmulator other) throws IOException {
    String others =
        other == null
            ? ""
            : "  others: [{endpoint: '%s', key: '%s'}]%n".formatted(other.endpoint(), other.key());
    Files.writeString(
        folder.resolve("job.yaml"),
        "azure:%n  endpoint: %s%n  key: %s%n%s".formatted(at.endpoint(), key, others));
  }

  @AfterEach
  void stop() {
    service.close();
    if (second != null) {
      second.close();
    }
  }

  @Test
  void peopleAreEnrolledListedRenamedAndForgotten() {
    assertThat(enrol()).isZero();
    assertThat(out.toString())
        .contains(
            "accepted   Ada  Ada/1.jpg",
            "1 of 1 people are known now: 2 photos accepted, 0 unchanged, 0 rejected; the group is"
                + " trained.",
            "detect 2",
            "create person 1",
            "per 1,000");

    assertThat(enrol()).isZero();
    assertThat(out.toString())
        .contains("2 unchanged", "Paid calls: 2 (get group 1, list persons 1)");

    assertThat(azure("people", "rename", "Ada", "Ada Lovelace")).isZero();
    assertThat(azure("people", "list")).isZero();
    assertThat(out.toString()).contains("Ada Lovelace  ada ");

    assertThat(azure("people", "forget", "nobody")).isEqualTo(1);
    assertThat(err.toString()).contains("Nobody is called nobody", "people list --azure");
    assertThat(azure("people", "forget", "ada")).isZero();
    assertThat(out.toString()).contains("Forgot Ada Lovelace (ada).");
    assertThat(azure("people", "list")).isZero();
    assertThat(out.toString()).contains("Nobody is enrolled yet");
  }

  @Test
  void everyResourceGetsTheSamePeopleAndOneThatFailsStopsNoOther() throws IOException {
    second = stand("b-key");
    config(service, "a-key", second);
    assertThat(enrol()).isZero();
    assertThat(out.toString()).contains("Into 127.0.0.1:", "Into 127.0.0.1#2:");
    assertThat(second.state().get(0).people()).hasSize(1);
    assertThat(azure("people", "rename", "ada", "Lady Ada")).isZero();
    assertThat(second.state().get(0).people().get(0).name()).isEqualTo("Lady Ada");

    second.reset();
    service.faults(
        FaultPlan.script(FaultRule.every(ApiOperation.GET_GROUP, CallFault.expiredToken())));
    assertThat(enrol()).isEqualTo(3);
    assertThat(err.toString()).contains("sign in again");
    assertThat(second.state().get(0).people()).hasSize(1);
  }

  @Test
  void aDryRunCallsNothingAndSaysWhatItWouldCost() throws IOException {
    Files.writeString(people.resolve("Ada/9.jpg"), "no picture");
    assertThat(enrol("--dry-run")).isEqualTo(1);
    assertThat(out.toString())
        .contains("rejected   Ada  Ada/9.jpg", "Nothing was called", "detect 2", "add face 2")
        .containsPattern("at most \\d+ calls, 0\\.01 at 1\\.00 per 1,000; at least 2 s");
    assertThat(service.calls().counts()).isEmpty();
  }

  @Test
  void aPhotoThatIsRejectedIsSaidAndExitsWithOne() throws IOException {
    Files.writeString(people.resolve("Ben.jpg"), "no picture");
    assertThat(enrol()).isEqualTo(1);
    assertThat(out.toString())
        .contains("rejected   Ben  Ben.jpg", "Ben cannot be recognised", "1 of 2 people");
  }

  @Test
  void theKeyIsShownNowhereWhateverGoesWrong() throws IOException {
    config(service, SECRET, null);
    try (AzureLogCapture log = AzureLogCapture.everything()) {
      assertThat(enrol("--verbose")).isEqualTo(3);
      assertThat(azure("people", "list", "--verbose")).isEqualTo(3);
      assertThat(err.toString()).contains("401", "check the key");
      assertThat(log.text()).contains("azure");
      assertThat(out + err.toString() + log.text()).doesNotContain(SECRET);
    }
  }

  @Test
  void optionsThatNeedAzureAreRefusedWithoutIt() {
    assertThat(run("enrol", people.toString(), "--dry-run")).isEqualTo(2);
    assertThat(err.toString()).contains("--dry-run").contains("--azure");
    assertThat(enrol("--min-quality", "best")).isEqualTo(2);
    assertThat(err.toString()).contains("--min-quality").contains("low, medium, high");
  }

  @Test
  void aMissingEndpointOrKeyIsNamedWithTheRemedy() {
    AzureOptions options = new AzureOptions();
    assertThatThrownBy(() -> options.settings(Map.of()))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContainingAll("AZURE_FACE_ENDPOINT", "AZURE_FACE_KEY", "azure-fake");
    assertThatThrownBy(() -> options.settings(Map.of("AZURE_FACE_ENDPOINT", "http://127.0.0.1:9")))
        .hasMessageContainingAll("no key", "AZURE_FACE_KEY");
    assertThatThrownBy(
            () ->
                options.settings(
                    Map.of("AZURE_FACE_ENDPOINT", SECRET, "AZURE_FACE_KEY", "https://there")))
        .hasMessageContaining("https://NAME.cognitiveservices.azure.com")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(SECRET));
    assertThat(
            options
                .settings(Map.of("AZURE_FACE_ENDPOINT", "https://there", "AZURE_FACE_KEY", SECRET))
                .key())
        .isEqualTo(SECRET);
  }

  private int enrol(String... more) {
    String[] all = Arrays.copyOf(new String[] {"enrol", people.toString()}, 2 + more.length);
    System.arraycopy(more, 0, all, 2, more.length);
    return azure(all);
  }

  private int azure(String... args) {
    String[] all = Arrays.copyOf(args, args.length + 3);
    all[args.length] = "--azure";
    all[args.length + 1] = "--config";
    all[args.length + 2] = folder.resolve("job.yaml").toString();
    return run(all);
  }

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
