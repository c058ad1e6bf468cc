package io.sightings.scenes;

import io.sightings.scenes.person.PersonGenerator;
import io.sightings.scenes.person.PersonTraits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Recordings nobody arranged: everyone comes and goes as the dice fall. */
public final class RandomSceneGenerator {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 540;
  private static final int FRAMES_PER_SECOND = 10;
  private static final Instant START = Instant.parse("2026-01-01T09:00:00Z");
  private static final Duration GAP = Duration.ofSeconds(10);

  private RandomSceneGenerator() {}

  /**
   * People called P1, P2 and so on, every third a stranger, who walk through the picture for some
   * five to nine seconds and stay away for up to twice the gap. The same arguments give the same
   * pixels.
   *
   * @param seconds when everybody has left at the latest; nobody appears if it is less than ten
   */
  public static SceneRecording of(long seed, int people, double seconds) {
    Random random = new Random(seed);
    List<PersonTraits> cast = PersonGenerator.of(seed, people);
    List<PersonWalk> walks = new ArrayList<>();
    Map<String, PersonTraits> enrolled = new TreeMap<>();
    for (int i = 0; i < people; i++) {
      String name = "P" + (i + 1);
      addWalks(name, cast.get(i), seconds, random, walks);
      if (i % 3 != 2) {
        enrolled.put(name, cast.get(i));
      }
    }
    WalkScene scene = new WalkScene(WIDTH, HEIGHT, walks, seed);
    return new SceneRecording(scene, FRAMES_PER_SECOND, START, GAP, enrolled);
  }

  private static void addWalks(
      String name, PersonTraits person, double seconds, Random random, List<PersonWalk> walks) {
    double from = seconds / 2 * random.nextDouble();
    while (true) {
      double to = from + 5 + 4 * random.nextDouble();
      double faceHeight = 80 + 40 * random.nextDouble();
      boolean rightwards = random.nextBoolean();
      if (to > seconds) {
        return;
      }
      walks.add(new PersonWalk(name, person, from, to, faceHeight, rightwards));
      from = to + 2 * GAP.toSeconds() * random.nextDouble();
    }
  }
}
