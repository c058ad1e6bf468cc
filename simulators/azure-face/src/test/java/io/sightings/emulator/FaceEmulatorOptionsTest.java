package io.sightings.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.emulator.fault.CallFault;
import io.sightings.emulator.fault.FaultPlan;
import io.sightings.emulator.fault.FaultPlan.FaultRule;
import io.sightings.emulator.fault.ServiceQuirk;
import io.sightings.emulator.limit.PricingTier;
import io.sightings.emulator.wire.ApiOperation;
import io.sightings.emulator.wire.EmulatorJson;
import io.sightings.engine.EngineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FaceEmulatorOptionsTest {
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
