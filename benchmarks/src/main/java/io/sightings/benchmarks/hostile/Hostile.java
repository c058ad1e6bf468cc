package io.sightings.benchmarks.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;

/**
 * Bytes that are sent to the server, and what is done then.
 *
 * @param bytes need not be HTTP
 */
record Hostile(byte[] bytes, Manner manner) {

  /** What a client does when it has sent its bytes. */
  enum Manner {
    /** Waits for the answer. */
    WAITS,
    /** Sends nothing more, and waits for the answer. */
    HALF_CLOSES,
    /** Goes away as clients do that have an answer. */
    LEAVES,
    /** Goes away as clients do whose cable is pulled. */
    RESETS,
    /** Sends a byte now and then until there is an answer. */
    DRIPS
  }

  static Hostile waits(byte[] bytes) {
    return new Hostile(bytes, Manner.WAITS);
  }

  /** A request of its own making. */
  static byte[] request(String head, byte[] body) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.getBytes(ISO_8859_1));
    all.writeBytes(body);
    return all.toByteArray();
  }
}
