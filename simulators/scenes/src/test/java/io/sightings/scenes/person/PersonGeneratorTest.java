package io.sightings.scenes.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonGeneratorTest {
  @Test
  void theSameSeedInventsTheSamePeople() {
    assertThat(PersonGenerator.of(5, 30)).isEqualTo(PersonGenerator.of(5, 30));
    assertThat(PersonGenerator.of(5, 30)).isNotEqualTo(PersonGenerator.of(6, 30));
  }

  @Test
  void aLongerCastBeginsWithTheShorterOne() {
    assertThat(PersonGenerator.of(5, 30).subList(0, 10)).isEqualTo(PersonGenerator.of(5, 10));
  }

  @Test
  void everybodyIsSomebodyElse() {
    assertThat(PersonGenerator.of(5, 500)).doesNotHaveDuplicates();
    assertThat(PersonGenerator.of(5, 500)).extracting(PersonTraits::shape).doesNotHaveDuplicates();
  }

  @Test
  void negativeSeedsInventPeopleToo() {
    assertThat(PersonGenerator.of(-17, 40)).hasSize(40);
  }
}
