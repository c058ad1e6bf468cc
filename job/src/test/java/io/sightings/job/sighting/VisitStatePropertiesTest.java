package io.sightings.job.sighting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import io.sightings.contract.codec.Json;
import io.sightings.job.sighting.Moment.Appearance;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * What holds in every world, however people walk, look alike, hide, and however the tracker and the
 * faces err.
 */
class VisitStatePropertiesTest {
  private static final int TRIES = 400;

  /** Fixed, so that a build that fails fails again. Another one looks at other worlds. */
  private static final String SEED = "20260101";

  private static final double GAP = (double) Story.SETTINGS.gap().toMillis() / Story.SECOND_MILLIS;
  private static final List<String> PEOPLE = List.of("ada", "ben", "cleo", "tom", "tim", "una");

  @Property(tries = TRIES, seed = SEED)
  void nobodyIsInTwoOpenVisits(@ForAll("moments") List<Moment> moments) {
    World.of(
        moments, state -> state, world -> assertThat(world.whoIsOpen()).doesNotHaveDuplicates());
  }

  @Property(tries = TRIES, seed = SEED)
  void twoFacesInOneFrameAreNeverOnePersonNorOneVisit(@ForAll("moments") List<Moment> moments) {
    World world = World.of(moments, state -> state, VisitStatePropertiesTest::facesAreApart);

    for (Set<String> pair : world.sideBySide) {
      List<Sighting> ends =
          pair.stream().map(world::endOf).filter(sighting -> sighting != null).toList();
      if (ends.size() == 2) {
        assertThat(ends).extracting(Sighting::id).doesNotHaveDuplicates();
        assertThat(ends).extracting(end -> end.person().id()).doesNotHaveDuplicates();
      }
    }
  }

  private static void facesAreApart(World world) {
    for (VisitState visit : world.here()) {
      long now = world.story.state().clock();
      assertThat(visit.tracks()).filteredOn(track -> track.seen() == now).hasSize(1);
    }
    assertThat(world.here())
        .extracting(VisitState::whose)
        .filteredOn(who -> who != null)
        .doesNotHaveDuplicates();
  }

  @Property(tries = TRIES, seed = SEED)
  void everySightingEndsClosedOrMergedIntoOneThatDoes(@ForAll("moments") List<Moment> moments) {
    World world = World.of(moments);

    assertThat(world.story.open()).isEmpty();
    for (Sighting sighting : world.story.sightings()) {
      assertThat(world.endOf(sighting.id())).isNotNull();
    }
  }

  @Property(tries = TRIES, seed = SEED)
  void withoutSilenceNothingFollowsTheLastWordOnASighting(@ForAll("moments") List<Moment> moments) {
    World world = World.of(moments.stream().map(Moment::withoutSilence).toList());

    for (Sighting sighting : world.story.sightings()) {
      List<Sighting> revisions = world.revisionsOf(sighting.id());
      assertThat(revisions.subList(0, revisions.size() - 1))
          .extracting(Sighting::status)
          .allMatch(status -> status == SightingStatus.OPEN);
    }
  }

  @Property(tries = TRIES, seed = SEED)
  void revisionsCountFromOneWithoutHoles(@ForAll("moments") List<Moment> moments) {
    World world = World.of(moments);

    for (Sighting sighting : world.story.sightings()) {
      List<Sighting> revisions = world.revisionsOf(sighting.id());
      assertThat(revisions)
          .extracting(Sighting::revision)
          .containsExactlyElementsOf(IntStream.rangeClosed(1, revisions.size()).boxed().toList());
    }
  }

  @Property(tries = TRIES, seed = SEED)
  void theNumbersOfASightingFitTogether(@ForAll("moments") List<Moment> moments) {
    World world = World.of(moments);

    for (Sighting sighting : world.story.revisions()) {
      assertThat(sighting.firstSeen()).isBeforeOrEqualTo(sighting.lastSeen());
      assertThat(sighting.frames()).isBetween(1, world.framesWithFaces);
      assertThat(sighting.judged()).isLessThanOrEqualTo(sighting.frames());
      assertThat(sighting.agreeing()).isLessThanOrEqualTo(sighting.judged());
      if (sighting.person().known()) {
        assertThat(sighting.agreeing()).isPositive();
        assertThat(sighting.similarity()).isGreaterThanOrEqualTo(sighting.threshold());
      }
      assertThat(sighting.bestShot().time()).isBetween(sighting.firstSeen(), sighting.lastSeen());
    }
  }

  @Property(tries = TRIES, seed = SEED)
  void nobodyKnownHasTwoVisitsWithinTheGap(@ForAll("moments") List<Moment> moments) {
    World world = World.of(moments);

    for (Sighting earlier : world.closed()) {
      for (Sighting later : world.closed()) {
        if (isAlwaysTheSame(world, earlier, later)
            && Story.secondsOf(earlier.lastSeen()) <= first(world, later)) {
          double left = Story.secondsOf(earlier.lastSeen());
          boolean within = first(world, later) - left <= GAP;
          // A visit waits for another gap, but no longer, for somebody nothing is known of.
          boolean inTime = world.firstTold.get(later.id()) - left <= 2 * GAP;
          assertThat(within && inTime).isFalse();
        }
      }
    }
  }

  private static boolean isAlwaysTheSame(World world, Sighting one, Sighting other) {
    Set<String> who = new HashSet<>();
    world.revisionsOf(one.id()).forEach(revision -> who.add(revision.person().id()));
    world.revisionsOf(other.id()).forEach(revision -> who.add(revision.person().id()));
    return !one.id().equals(other.id()) && one.person().known() && who.size() == 1;
  }

  private static double first(World world, Sighting sighting) {
    return Story.secondsOf(world.revisionsOf(sighting.id()).get(0).firstSeen());
  }

  @Property(tries = TRIES / 4, seed = SEED)
  void theSameFramesGiveTheSameSightings(@ForAll("moments") List<Moment> moments) {
    assertThat(json(World.of(moments))).isEqualTo(json(World.of(moments)));
  }

  @Property(tries = TRIES / 4, seed = SEED)
  void aCheckpointBetweenAnyTwoFramesChangesNothing(@ForAll("moments") List<Moment> moments) {
    StateCopy copy = new StateCopy();

    assertThat(json(World.of(moments, copy::throughBytes, world -> {})))
        .isEqualTo(json(World.of(moments)));
  }

  private static List<String> json(World world) {
    return world.story.revisions().stream()
        .map(revision -> new String(Json.write(revision), UTF_8))
        .toList();
  }

  @Provide
  Arbitrary<List<Moment>> moments() {
    Arbitrary<Integer> pause =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.of(0, 1, 2)),
            Tuple.of(2, Arbitraries.integers().between(3, 28)),
            Tuple.of(1, Arbitraries.integers().between(29, 70)));
    return Combinators.combine(
            pause,
            Arbitraries.integers().between(1, 20).map(number -> number == 1),
            Arbitraries.integers().between(1, 6),
            appearance().list().ofMaxSize(4).uniqueElements(Appearance::person))
        .as(Moment::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  private static Arbitrary<Appearance> appearance() {
    Arbitrary<String> anybody = Arbitraries.of(PEOPLE);
    return anybody.flatMap(
        person ->
            Combinators.combine(
                    mostly(person, anybody),
                    Arbitraries.doubles().between(0.2, 0.95),
                    Arbitraries.of(true, true, false),
                    Arbitraries.of(true, false, false, false),
                    mostly(person, anybody))
                .as(
                    (looksLike, similarity, judged, lost, onTrackOf) ->
                        new Appearance(person, looksLike, similarity, judged, lost, onTrackOf)));
  }

  private static Arbitrary<String> mostly(String person, Arbitrary<String> others) {
    return Arbitraries.frequencyOf(Tuple.of(9, Arbitraries.just(person)), Tuple.of(1, others));
  }
}
