package io.sightings.faults.hostile.input;

import io.sightings.contract.KafkaMessage;
import java.util.List;

/** An input as it is handed to the product. */
public sealed interface HostileInput {

  /** A record on a topic. */
  record HostileRecord(KafkaMessage message) implements HostileInput {}

  /**
   * Bytes sent to the HTTP server; they need not be HTTP.
   *
   * @param manner what the client does after its bytes
   */
  record HostileRequest(byte[] bytes, Manner manner) implements HostileInput {}

  /**
   * Something in a watched folder.
   *
   * @param name relative to the folder, with forward slashes
   * @param content of a regular file; null for the other forms
   */
  record HostileFile(String name, byte[] content, Form form) implements HostileInput {}

  /** Settings files that belong together: the text is read as settings of a program. */
  record HostileSettings(Program program, String yaml, List<String> overrides)
      implements HostileInput {}

  /** What a client does when it has sent its bytes. */
  enum Manner {
    /** Reads the answer and keeps the connection for its next request. */
    KEEPS,
    /** Reads answers until the server closes the connection. */
    WAITS,
    /** Closes its own direction, then reads the answer. */
    HALF_CLOSES,
    /** Closes the connection. */
    LEAVES,
    /** Resets the connection. */
    RESETS,
    /** Sends a byte now and then for some seconds, then closes the connection. */
    DRIPS,
    /** Opens many connections with the same bytes, then closes them. */
    FLOODS
  }

  /** What a name in a folder stands for. */
  enum Form {
    REGULAR,
    /** A link to a file outside the folder. */
    LINK,
    /** A link to its own folder. */
    LOOP,
    PIPE,
    FOLDER
  }

  /** Whose settings a file holds. */
  enum Program {
    INGESTOR,
    JOB
  }

  /**
   * What is kept of an input once it is sent.
   *
   * @param index its place in the plan, from 0
   */
  public record InputReference(int index, ProductEntrance entrance, HostileKind kind) {
    @Override
    public String toString() {
      return "%d (%s, %s)".formatted(index, entrance, kind.name());
    }
  }
}
