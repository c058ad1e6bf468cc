package io.sightings.job.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.contract.Person;
import io.sightings.contract.codec.PersonChange;
import io.sightings.engine.gallery.Gallery;
import java.util.List;
import org.junit.jupiter.api.Test;

class GalleryChangesTest {
  private final GalleryChanges changes = new GalleryChanges("ours", 3);
  private Gallery gallery = Gallery.empty();

  @Test
  void whoeverIsEnrolledIsFound() {
    apply(ada(template("ours", 1, 0, 0)));

    assertThat(gallery.search(new float[] {1, 0, 0}).best().name()).isEqualTo("Ada");
  }

  @Test
  void whoeverIsForgottenIsNotFoundAnyMore() {
    apply(ada(template("ours", 1, 0, 0)));
    apply(PersonChange.forget("ada"));

    assertThat(gallery.search(new float[] {1, 0, 0}).best()).isNull();
  }

  @Test
  void newTemplatesReplaceTheOldOnes() {
    apply(ada(template("ours", 1, 0, 0)));
    apply(ada(template("ours", 0, 1, 0)));

    assertThat(gallery.search(new float[] {1, 0, 0}).best().similarity()).isZero();
  }

  @Test
  void templatesOfAnotherModelAreLeftOut() {
    apply(ada(template("theirs", 1, 0), template("ours", 0, 1, 0)));

    assertThat(gallery.search(new float[] {0, 1, 0}).best().similarity()).isEqualTo(1);
  }

  @Test
  void whoeverHasOnlyTemplatesOfAnotherModelIsNotKnown() {
    apply(ada(template("ours", 1, 0, 0)));
    Gallery.Builder builder = gallery.toBuilder();

    assertThatThrownBy(() -> changes.apply(ada(template("theirs", 1, 0)), builder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("person ada has faces for theirs and none for ours");
    assertThat(builder.build().people()).isZero();
  }

  @Test
  void aTemplateThatCouldNotBeComparedIsRefusedBeforeItIsInTheGallery() {
    assertThatThrownBy(() -> apply(ada(template("ours", 1, 0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ada")
        .hasMessageContaining("2")
        .hasMessageContaining("3");
    assertThat(gallery.people()).isZero();
  }

  private void apply(PersonChange change) {
    Gallery.Builder builder = gallery.toBuilder();
    changes.apply(change, builder);
    gallery = builder.build();
  }

  private static PersonChange ada(Person.Template... templates) {
    return PersonChange.know(new Person("ada", "Ada", List.of(templates)));
  }

  private static Person.Template template(String model, float... vector) {
    return new Person.Template(model, vector, "0", "1.jpg", 1);
  }
}
