package io.sightings.azure.people;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A line in a group's user data that says whether changes wait for a training: the service does
 * not, and an enrolment may end between the two. What else is written there stays.
 */
public final class TrainingMarker {
  private static final String UNTRAINED = "sightings:untrained";
  private static final String TRAINED = "sightings:trained";

  private TrainingMarker() {}

  /** Whether changes wait for a training. */
  public static boolean untrained(@Nullable String userData) {
    return userData != null && userData.lines().anyMatch(UNTRAINED::equals);
  }

  /** Whether nothing of the kind is written. */
  public static boolean missing(@Nullable String userData) {
    return userData == null || userData.lines().noneMatch(TrainingMarker::ours);
  }

  /** The user data with the mark set. */
  public static String set(@Nullable String userData, boolean untrained) {
    String others =
        userData == null
            ? ""
            : userData.lines().filter(line -> !ours(line)).collect(Collectors.joining("\n"));
    String mark = untrained ? UNTRAINED : TRAINED;
    return others.isEmpty() ? mark : others + "\n" + mark;
  }

  private static boolean ours(String line) {
    return line.equals(UNTRAINED) || line.equals(TRAINED);
  }
}
