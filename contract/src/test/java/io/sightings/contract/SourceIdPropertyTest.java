package io.sightings.contract;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SourceIdPropertyTest {

  @Property
  void anyTextGivesAValidIdThatStaysItself(@ForAll String text) {
    String id = SourceInfo.idFrom(text);

    assertThat(SourceInfo.isValidId(id)).isTrue();
    assertThat(SourceInfo.idFrom(id)).isEqualTo(id);
  }
}
