package io.sightings.job.quarantine;

/** Names of the store's entries. */
final class EntryKeys {
  private static final String FLIGHT = "flight/";
  private static final String SUSPECT = "suspect/";

  private EntryKeys() {}

  static String flight(String stage, int subtask) {
    return FLIGHT + stage + "/" + subtask;
  }

  static boolean isFlight(String key) {
    return key.startsWith(FLIGHT);
  }

  /** Stages suspect a frame apart: one that passes detection may still end identification. */
  static String suspect(String stage, String frame) {
    return SUSPECT + stage + "/" + frame;
  }

  static boolean isSuspect(String key) {
    return key.startsWith(SUSPECT);
  }

  /** The stage in the key of a flight. */
  static String stageOf(String flight) {
    return flight.substring(FLIGHT.length(), flight.lastIndexOf('/'));
  }
}
