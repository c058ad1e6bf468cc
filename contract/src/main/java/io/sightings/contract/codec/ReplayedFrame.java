package io.sightings.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.contract.KafkaMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A rejected frame that was put on its topic again: the record as it was, and one header that names
 * the rejection. That name is how a second replay of the same rejection is recognised, for the
 * frame's own id says nothing: it was used by the first attempt, and perhaps by a later one.
 */
public final class ReplayedFrame {
  /** Taken away with the verdict's headers should the frame be rejected again. */
  static final String HEADER = RejectedFrameCodec.PREFIX + "replay";

  private static final Pattern REJECTION =
      Pattern.compile("[A-Za-z0-9._-]{1,249}-\\d{1,9}@\\d{1,18}");

  private ReplayedFrame() {}

  /**
   * @param original the record as it was first on its topic
   * @param topic of the rejection
   * @param partition of the rejection
   * @param offset of the rejection
   */
  public static KafkaMessage of(KafkaMessage original, String topic, int partition, long offset) {
    List<KafkaMessage.Header> headers = new ArrayList<>(original.headers());
    headers.removeIf(header -> header.name().equals(HEADER));
    String rejection = topic + "-" + partition + "@" + offset;
    headers.add(new KafkaMessage.Header(HEADER, rejection.getBytes(UTF_8)));
    return new KafkaMessage(original.key(), original.value(), headers, KafkaMessage.NOW);
  }

  /** Names the rejection a message is the replay of; null if it is none. */
  public static @Nullable String rejection(KafkaMessage message) {
    for (KafkaMessage.Header header : message.headers()) {
      if (header.name().equals(HEADER) && header.value() != null) {
        String found = new String(header.value(), UTF_8);
        return REJECTION.matcher(found).matches() ? found : null;
      }
    }
    return null;
  }
}
