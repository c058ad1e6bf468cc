package io.sightings.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.emulator.fault.CallFault;
import io.sightings.emulator.fault.FaultPlan;
import io.sightings.emulator.fault.FaultRule;
import io.sightings.emulator.fault.ServiceQuirk;
import io.sightings.emulator.limit.PricingTier;
import io.sightings.emulator.wire.ApiOperation;
import io.sightings.emulator.wire.EmulatorJson;
import io.sightings.engine.EngineSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FaceEmulatorMainTest {

  @Test
  void itRunsAsAProcessOfItsOwn() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FaceEmulatorMain.class.getName(),
                "--port=0",
                "--engine=offline",
                "--tier=F0")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = process.inputReader()) {
      String greeting = out.readLine();
      assertThat(greeting).contains("stand-in-key", "cascade + lbph", "tier F0");
      Matcher endpoint = Pattern.compile("http://127\\.0\\.0\\.1:\\d+").matcher(greeting);
      assertThat(endpoint.find()).isTrue();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(endpoint.group() + "/-/health")).build();
      assertThat(
              HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body())
          .contains("\"status\":\"up\"");
    } finally {
      process.destroy();
      assertThat(process.waitFor()).isNotZero();
    }
  }

  @Test
  void optionsBecomeSettings(@TempDir Path folder) throws IOException {
    FaultPlan faults =
        FaultPlan.script(FaultRule.nth(ApiOperation.DETECT, 3, CallFault.unavailable()));
    Path file = Files.write(folder.resolve("faults.json"), EmulatorJson.bytes(faults));
    FaceEmulatorSettings settings =
        parse(
            "--port=0",
            "--key=k",
            "--token=t",
            "--tier=F0",
            "--quirk=WARNING_299",
            "--quirk=retry_after",
            "--training-time=50",
            "--change-time=70",
            "--seed=9",
            "--state=" + folder,
            "--faults=" + file);
    assertThat(settings.key()).isEqualTo("k");
    assertThat(settings.token()).isEqualTo("t");
    assertThat(settings.tier()).isEqualTo(PricingTier.F0);
    assertThat(settings.quirks())
        .containsExactlyInAnyOrder(
            ServiceQuirk.SHUFFLED_ANSWERS, ServiceQuirk.WARNING_299, ServiceQuirk.RETRY_AFTER);
    assertThat(settings.pace().training()).isEqualTo(Duration.ofMillis(50));
    assertThat(settings.pace().change()).isEqualTo(Duration.ofMillis(70));
    assertThat(settings.faults()).isEqualTo(faults);
    assertThat(settings.folder()).isEqualTo(folder);
    assertThat(parse("--storm=0.3", "--seed=4").faults().storm().seed()).isEqualTo(4);
    assertThat(parse().port()).isEqualTo(8095);
    assertThatThrownBy(() -> parse("--storm=0.3", "--faults=" + file))
        .hasMessageContaining("exclude each other");
    assertThatThrownBy(() -> parse("--tier=gold")).hasMessageContaining("F0, S0 and unlimited");
  }

  private static FaceEmulatorSettings parse(String... arguments) {
    FaceEmulatorOptions options = new FaceEmulatorOptions();
    new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
    return options.settings(EngineSettings.DEFAULT);
  }

  @Test
  void settingsDoNotShowTheirSecrets() {
    FaceEmulatorSettings settings =
        FaceEmulatorSettings.DEFAULT.withCredentials("secret-key", "secret-token");
    assertThat(settings.toString()).doesNotContain("secret");
  }
}
