package io.sightings.job.sighting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids that a replay gives again. */
final class DeterministicIds {
  private static final int BYTES = 12;

  private DeterministicIds() {}

  /**
   * @param track the id of the visit's first track
   * @param frame the id of the visit's first frame, because a track may outlive a visit
   */
  static String visit(String track, String frame) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest((track + "@" + frame).getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static String stranger(String firstVisit) {
    return "unknown-" + firstVisit.substring(0, 12);
  }
}
