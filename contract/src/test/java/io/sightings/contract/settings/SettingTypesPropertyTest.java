package io.sightings.contract.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class SettingTypesPropertyTest {

  @Property
  void aWrittenDurationIsReadAsTheSame(
      @ForAll @LongRange(max = 86_399_999_913_600_000L) long millis) {
    // Beyond nine digits of a unit only round numbers have a short form.
    Duration duration =
        Duration.ofMillis(millis > 999_999_999 ? millis - millis % 86_400_000 : millis);
    assertThat(DurationText.parse(DurationText.format(duration))).isEqualTo(duration);
  }
}
