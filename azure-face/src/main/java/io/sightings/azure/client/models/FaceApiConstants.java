package io.sightings.azure.client.models;

import java.util.Locale;

/**
 * Words of the REST API. They are strings and no enums, because the service adds values; its
 * documentation and its answers disagree about the first letter's case.
 */
public final class FaceApiConstants {
  public static final String DETECTION_03 = "detection_03";
  public static final String RECOGNITION_04 = "recognition_04";

  public static final String NOT_STARTED = "notStarted";
  public static final String SUCCEEDED = "succeeded";
  public static final String FAILED = "failed";

  public static final String FACE_MASK = "faceMask";
  public static final String SUNGLASSES = "sunglasses";

  private FaceApiConstants() {}

  /** The word with a lower-case first letter; null for null. */
  static String of(String word) {
    return word == null || word.isEmpty()
        ? word
        : word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
  }
}
