package io.sightings.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceInfoTest {

  @Test
  void anIdIsMadeOfAFileName() {
    assertThat(SourceInfo.idFrom("Mein Urlaub (2).mp4")).isEqualTo("Mein-Urlaub-2-.mp4");
    assertThat(SourceInfo.idFrom(".hidden")).isEqualTo("hidden");
    assertThat(SourceInfo.idFrom("写真")).isEqualTo("source");
  }
}
