package io.sightings.ingest.monitor;

/**
 * What became of frames.
 *
 * @param read decoded pictures, or photos looked at
 * @param sampled those taken to be published
 * @param published those that have arrived in Kafka
 * @param rejected those that could not be used
 * @param bytes of what has arrived
 */
public record FrameCounts(long read, long sampled, long published, long rejected, long bytes) {
  public static final FrameCounts NONE = new FrameCounts(0, 0, 0, 0, 0);

  public FrameCounts plus(FrameCounts other) {
    return new FrameCounts(
        read + other.read,
        sampled + other.sampled,
        published + other.published,
        rejected + other.rejected,
        bytes + other.bytes);
  }
}
