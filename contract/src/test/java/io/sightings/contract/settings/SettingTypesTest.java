package io.sightings.contract.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTypesTest {

  @ParameterizedTest
  @CsvSource({
    "500ms, PT0.5S",
    "30s, PT30S",
    "10m, PT10M",
    "2h, PT2H",
    "7d, PT168H",
    "PT1H30M, PT1H30M",
    "0s, PT0S",
    "' 5 s ', PT5S"
  })
  void durationsAreReadShortAndInIso(String text, Duration duration) {
    assertThat(DurationText.parse(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "30", "s", "-5s", "1.5h", "1h30m", "PT-5S", "9999999999s", "P9999999999D"})
  void whatIsNoDurationIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DurationText.parse(text))
        .withMessage("\"%s\" is not a duration such as 500ms, 30s, 10m, 2h or 7d", text);
  }

  @Test
  void checksShowDurationsAsPeopleWriteThem() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SettingChecks.that(false, "gap", Duration.ofMinutes(3), "less than timeout"))
        .withMessage("gap is 3m, allowed is less than timeout");
  }

  @Test
  void checksNameTheChoices() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SettingChecks.oneOf("engine", null, List.of("onnx", "azure")))
        .withMessage("engine is \"null\", allowed is one of onnx, azure");
  }
}
