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
    "8MiB, 8388608", "512KiB, 524288", "8MB, 8000000", "1GiB, 1073741824", "2TB, 2000000000000",
    "100B, 100", "100, 100", "0, 0", "8 mib, 8388608", "1kB, 1000"
  })
  void sizesAreReadInBinaryAndDecimalUnits(String text, long bytes) {
    assertThat(DataSize.parse(text).bytes()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "8388608, 8MiB",
    "8000000, 8MB",
    "1024, 1KiB",
    "1500, 1500B",
    "0, 0B",
    "3221225472, 3GiB"
  })
  void sizesAreWrittenInTheLargestUnitThatDividesThem(long bytes, String text) {
    assertThat(new DataSize(bytes)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "MiB", "-1", "1.5MiB", "8 M", "8MBit", "9999999999999999999"})
  void whatIsNoSizeIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataSize.parse(text))
        .withMessage("\"%s\" is not a size such as 512KiB, 8MiB or 1GB", text);
  }

  @Test
  void aSizeBeyondWhatALongHoldsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataSize.parse("9000000TiB"))
        .withMessage("\"9000000TiB\" is more than 2^63-1 bytes");
  }

  @Test
  void aSizeForAnArrayIsLessThanTwoGibibytes() {
    assertThat(DataSize.parse("2047MiB").asInt()).isEqualTo(2047 << 20);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataSize.parse("2GiB").asInt())
        .withMessage("2GiB is too large, allowed is less than 2GiB");
  }

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
