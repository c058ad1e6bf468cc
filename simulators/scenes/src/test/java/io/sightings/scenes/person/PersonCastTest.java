package io.sightings.scenes.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonCastTest {
  @Test
  void theSameSeedInventsTheSamePeople() {
    assertThat(PersonCast.of(5, 30)).isEqualTo(PersonCast.of(5, 30));
    assertThat(PersonCast.of(5, 30)).isNotEqualTo(PersonCast.of(6, 30));
  }

  @Test
  void aLongerCastBeginsWithTheShorterOne() {
    assertThat(PersonCast.of(5, 30).subList(0, 10)).isEqualTo(PersonCast.of(5, 10));
  }

  @Test
  void everybodyIsSomebodyElse() {
    assertThat(PersonCast.of(5, 500)).doesNotHaveDuplicates();
    assertThat(PersonCast.of(5, 500)).extracting(PersonTraits::shape).doesNotHaveDuplicates();
  }

  @Test
  void negativeSeedsInventPeopleToo() {
    assertThat(PersonCast.of(-17, 40)).hasSize(40);
  }
}
