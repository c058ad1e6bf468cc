package io.sightings.engine.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The fast search against comparing with everybody. */
class GallerySearchTest {
  private static final int QUERIES = 500;

  private final ExhaustiveSearch everybody = new ExhaustiveSearch();
  private Gallery gallery = Gallery.empty();

  /**
   * 100,000 faces in all, half of them near somebody. The seed is fixed: two people whose
   * similarities differ by less than the rounding of a float may change places.
   */
  @Property(tries = 200, seed = "12")
  void theAnswersAreThoseOfComparingWithEverybody(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 60) int people,
      @ForAll @IntRange(min = 16, max = 70) int dimension) {
    GallerySearchTest both = new GallerySearchTest();
    Random random = new Random(seed);
    List<float[]> templates = both.enrolAndChange(random, people, dimension);
    both.compare(random, templates, dimension, QUERIES);
  }

  @Test
  void theAnswersStayThoseWhenManyShardsWereSplitAndChanged() {
    Random random = new Random(7);
    int people = 3 * ShardDirectory.MAX_ROWS;
    List<float[]> templates = enrolAndChange(random, people, 24);
    assertThat(gallery.people()).isGreaterThan(people / 2);
    compare(random, templates, 24, 50);
    Gallery.Builder builder = gallery.toBuilder();
    IntStream.range(0, people).forEach(i -> builder.remove("p" + i));
    assertThat(builder.build().people()).isZero();
    assertThat(gallery.people()).as("a snapshot never changes").isGreaterThan(people / 2);
  }

  @Test
  void ofPeopleWithEqualTemplatesTheFirstEnrolledIsTheBest() {
    float[] face = vector(new Random(1), 256);
    Gallery.Builder builder = Gallery.empty().toBuilder();
    for (int i = 0; i < 100; i++) {
      builder.put("p" + (99 - i), "P", List.of(face));
    }
    builder.put("p99", "Replaced", List.of(face)).remove("p98").put("p98", "P", List.of(face));
    GalleryMatch match = builder.build().search(face);
    assertThat(match.best().personId()).isEqualTo("p99");
    assertThat(match.best().name()).isEqualTo("Replaced");
    assertThat(match.runnerUp().personId()).as("p98 came back as the last").isEqualTo("p97");
  }

  @Test
  void facesOfOneFrameAreAnsweredInTheirOrder() {
    Random random = new Random(3);
    enrolAndChange(random, 50, 16);
    List<float[]> faces = random.doubles(7).mapToObj(x -> vector(random, 16)).toList();
    assertThat(gallery.search(faces)).isEqualTo(faces.stream().map(gallery::search).toList());
    assertThat(gallery.search(List.of())).isEmpty();
  }

  @Test
  void templatesOfAnotherLengthAreRefusedAndChangeNothing() {
    Gallery.Builder builder = Gallery.empty().toBuilder().put("a", "Ada", List.of(new float[] {1}));
    assertThatThrownBy(() -> builder.put("a", "Ada", List.of(new float[] {1, 0})))
        .hasMessageContaining("one model");
    assertThat(builder.build().search(new float[] {1}).best().similarity()).isEqualTo(1);
    builder.remove("a").put("b", "Ben", List.of(new float[] {0, -1}));
    assertThat(builder.build().search(new float[] {0, 1}).best().similarity()).isEqualTo(-1);
  }

  /** Some people get several templates, a common one, another name, or are removed. */
  private List<float[]> enrolAndChange(Random random, int people, int dimension) {
    Gallery.Builder builder = gallery.toBuilder();
    List<float[]> all = new ArrayList<>();
    float[] common = vector(random, dimension);
    for (int step = 0; step < 2 * people; step++) {
      String id = "p" + random.nextInt(people);
      if (step % 5 == 4) {
        builder.remove(id);
        everybody.remove(id);
        continue;
      }
      List<float[]> templates = new ArrayList<>();
      for (int i = 0, count = 1 + random.nextInt(3); i < count; i++) {
        templates.add(random.nextInt(10) == 0 ? common : vector(random, dimension));
      }
      all.addAll(templates);
      builder.put(id, "N" + step, templates);
      everybody.put(id, "N" + step, templates);
      if (random.nextInt(people) == 0) {
        gallery = builder.build();
      }
    }
    gallery = builder.build();
    return all;
  }

  private void compare(Random random, List<float[]> templates, int dimension, int queries) {
    for (int i = 0; i < queries; i++) {
      float[] face = vector(random, dimension);
      if (i % 2 == 0) {
        float[] near = templates.get(random.nextInt(templates.size()));
        for (int d = 0; d < dimension; d++) {
          face[d] = near[d] + 0.1f * (i % 5) * face[d];
        }
      }
      GalleryMatch expected = everybody.search(face, gallery.version());
      GalleryMatch actual = gallery.search(face);
      assertSame(actual.best(), expected.best());
      assertSame(actual.runnerUp(), expected.runnerUp());
    }
  }

  private static void assertSame(GalleryCandidate actual, GalleryCandidate expected) {
    if (expected == null) {
      assertThat(actual).isNull();
      return;
    }
    assertThat(actual.personId()).isEqualTo(expected.personId());
    assertThat(actual.name()).isEqualTo(expected.name());
    assertThat(actual.similarity()).isEqualTo(expected.similarity(), within(1e-6f));
  }

  private static float[] vector(Random random, int dimension) {
    float[] vector = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      vector[i] = (float) random.nextGaussian() + 0.01f;
    }
    return vector;
  }
}
