package io.sightings.engine.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class GalleryTest {
  private static final float[] EAST = {2, 0};
  private static final float[] NORTH = {0, 3};
  private static final float[] NORTH_EAST = {1, 1};

  @Test
  void theMostSimilarPersonIsFoundAndTheNextBestOther() {
    Gallery gallery =
        Gallery.empty()
            .withPerson("a", "Ada", List.of(EAST, new float[] {1, 0.1f}))
            .withPerson("b", "Ben", List.of(NORTH));
    GalleryMatch match = gallery.search(new float[] {5, 1});
    assertThat(match.best().name()).isEqualTo("Ada");
    assertThat(match.runnerUp().name()).as("never another template of Ada").isEqualTo("Ben");
    assertThat(match.galleryVersion()).isEqualTo(gallery.version());
  }

  @Test
  void aPersonIsAsSimilarAsTheirMostSimilarTemplate() {
    Gallery gallery = Gallery.empty().withPerson("a", "Ada", List.of(EAST, NORTH));
    assertThat(gallery.search(NORTH).best().similarity()).isEqualTo(1, within(1e-6f));
  }

  @Test
  void anEmptyGalleryKnowsNobody() {
    GalleryMatch match = Gallery.empty().search(EAST);
    assertThat(match.best()).isNull();
    assertThat(match.names(0.1f, 0)).isFalse();
  }

  @Test
  void twoPeopleWhoLookAlikeAreNotTakenForOneAnother() {
    Gallery gallery =
        Gallery.empty()
            .withPerson("a", "Ada", List.of(EAST))
            .withPerson("b", "Bea", List.of(new float[] {1, 0.01f}));
    assertThat(gallery.search(EAST).names(0.5f, 0.05f)).isFalse();
    assertThat(gallery.without("b").search(EAST).names(0.5f, 0.05f)).isTrue();
  }

  @Test
  void whoIsForgottenIsNeverFoundAgain() {
    Gallery before =
        Gallery.empty()
            .withPerson("a", "Ada", List.of(EAST))
            .withPerson("b", "Ben", List.of(NORTH));
    Gallery after = before.without("a");
    assertThat(after.search(EAST).best().name()).isEqualTo("Ben");
    assertThat(before.search(EAST).best().name()).as("a snapshot never changes").isEqualTo("Ada");
  }

  @Test
  void enrollingAgainReplacesThePerson() {
    Gallery gallery =
        Gallery.empty()
            .withPerson("a", "Ada", List.of(EAST))
            .withPerson("a", "Ada Lovelace", List.of(NORTH));
    assertThat(gallery.people()).isOne();
    assertThat(gallery.search(NORTH).best().name()).isEqualTo("Ada Lovelace");
  }

  @Test
  void theVersionDependsOnThePeopleAndNotOnTheOrderTheyCame() {
    Gallery one =
        Gallery.empty()
            .withPerson("a", "Ada", List.of(EAST))
            .withPerson("b", "Ben", List.of(NORTH));
    Gallery other =
        Gallery.empty()
            .withPerson("b", "Ben", List.of(NORTH))
            .withPerson("a", "Ada", List.of(EAST));
    assertThat(one.version()).isEqualTo(other.version());
    assertThat(one.version())
        .isNotEqualTo(one.without("a").version())
        .isNotEqualTo(one.withPerson("a", "Ada", List.of(NORTH_EAST)).version())
        .isNotEqualTo(one.withPerson("a", "Eda", List.of(EAST)).version());
    assertThat(one.without("a").withPerson("a", "Ada", List.of(EAST)).version())
        .isEqualTo(one.version());
  }

  @Test
  void templatesOfAnotherModelAreRefused() {
    Gallery gallery = Gallery.empty().withPerson("a", "Ada", List.of(EAST));
    assertThatThrownBy(() -> gallery.search(new float[] {1, 2, 3}))
        .hasMessageContaining("different models");
    assertThatThrownBy(() -> gallery.withPerson("b", "Ben", List.of(EAST, new float[] {1})))
        .hasMessageContaining("one model");
  }
}
