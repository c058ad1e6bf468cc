package io.sightings.ingest.progress;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.sightings.contract.SourceInfo;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * How far a run is.
 *
 * @param epoch names the run in its frames' ids
 * @param frames how many, from its first on, have arrived in Kafka without a hole
 * @param complete whether those are all
 */
record ProgressMark(String epoch, long frames, boolean complete) {
  private static final Pattern TEXT =
      Pattern.compile(
          "sightings progress 1\nepoch (%s)\nframes ([0-9]{1,18})\ncomplete (true|false)\n"
                  .formatted(SourceInfo.ID_PATTERN)
              + "crc ([0-9a-f]{8})\n");

  byte[] bytes() {
    String text =
        "sightings progress 1\nepoch %s\nframes %d\ncomplete %s\n"
            .formatted(epoch, frames, complete);
    return (text + "crc " + crc(text) + "\n").getBytes(US_ASCII);
  }

  /** Empty where it was not written by this class, or not to its end. */
  static Optional<ProgressMark> of(byte[] bytes) {
    String text = new String(bytes, US_ASCII);
    Matcher found = TEXT.matcher(text);
    if (!found.matches()
        || !crc(text.substring(0, text.lastIndexOf("crc "))).equals(found.group(4))) {
      return Optional.empty();
    }
    return Optional.of(
        new ProgressMark(
            found.group(1), Long.parseLong(found.group(2)), Boolean.parseBoolean(found.group(3))));
  }

  private static String crc(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(US_ASCII));
    return "%08x".formatted(crc.getValue());
  }
}
