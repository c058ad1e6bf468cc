package io.sightings.scenes.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CastTest {
  @Test
  void theSameSeedInventsTheSamePeople() {
    assertThat(Cast.of(5, 30)).isEqualTo(Cast.of(5, 30));
    assertThat(Cast.of(5, 30)).isNotEqualTo(Cast.of(6, 30));
  }

  @Test
  void aLongerCastBeginsWithTheShorterOne() {
    assertThat(Cast.of(5, 30).subList(0, 10)).isEqualTo(Cast.of(5, 10));
  }

  @Test
  void everybodyIsSomebodyElse() {
    assertThat(Cast.of(5, 500)).doesNotHaveDuplicates();
    assertThat(Cast.of(5, 500)).extracting(Traits::shape).doesNotHaveDuplicates();
  }

  @Test
  void negativeSeedsInventPeopleToo() {
    assertThat(Cast.of(-17, 40)).hasSize(40);
  }
}
