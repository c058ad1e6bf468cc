package io.sightings.scenes;

import io.sightings.scenes.person.PersonTraits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The scene of the demo: ten visits in 67 seconds, by four people who are known and two strangers.
 * Everybody passes near enough to be recognised and is in full view for more than three seconds per
 * visit.
 */
public final class DemoScene {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;
  private static final int FRAMES_PER_SECOND = 10;
  private static final Instant START = Instant.parse("2026-01-01T09:00:00Z");
  private static final Duration GAP = Duration.ofSeconds(10);

  private DemoScene() {}

  /** The demo's recording; its {@code known()} are enrolled before it is played. */
  public static SceneRecording defaults() {
    WalkScene scene = new WalkScene(WIDTH, HEIGHT, walks(), 1);
    return new SceneRecording(scene, FRAMES_PER_SECOND, START, GAP, DemoPeople.known());
  }

  private static List<PersonWalk> walks() {
    return List.of(
        walk("Ada", 0.5, 8.5, 120, true),
        // Ben crosses Ada, leaves, and is back before his visit is over.
        walk("Ben", 4, 12, 102, false),
        walk("Ben", 15, 23, 104, true),
        walk(DemoPeople.STRANGER, 19, 28, 130, false),
        walk("Cleo", 26, 35, 110, true),
        // Ada was away for longer than the gap: a second visit.
        walk("Ada", 31, 39, 125, false),
        walk("Dan", 33.5, 43, 106, true),
        walk(DemoPeople.OTHER_STRANGER, 40.5, 49, 128, false),
        walk("Cleo", 49, 57, 112, true),
        // The first stranger returns, and must be recognised as the same one.
        walk(DemoPeople.STRANGER, 53, 62, 122, true),
        walk("Ben", 58, 67, 100, false));
  }

  private static PersonWalk walk(
      String name, double from, double to, double faceHeight, boolean rightwards) {
    PersonTraits person = Objects.requireNonNull(DemoPeople.everyone().get(name), name);
    return new PersonWalk(name, person, from, to, faceHeight, rightwards);
  }
}
