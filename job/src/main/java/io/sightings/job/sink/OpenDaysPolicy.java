package io.sightings.job.sink;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.flink.streaming.api.functions.sink.filesystem.PartFileInfo;
import org.apache.flink.streaming.api.functions.sink.filesystem.RollingPolicy;

/**
 * Finishes a file after a while as another policy has it, and at once with the next checkpoint
 * where too many days have an open file: the uploads of old photos determine the days.
 */
final class OpenDaysPolicy<T> implements RollingPolicy<T, String> {
  private static final long serialVersionUID = 1L;

  private final RollingPolicy<T, String> policy;
  private final int limit;

  /** Days whose files stay open over checkpoints; rebuilt after a restart. */
  private transient Set<String> open;

  /**
   * @param policy decides for the files of the first days
   * @param limit days whose files may stay open over a checkpoint
   */
  OpenDaysPolicy(RollingPolicy<T, String> policy, int limit) {
    this.policy = policy;
    this.limit = limit;
  }

  @Override
  public boolean shouldRollOnCheckpoint(PartFileInfo<String> file) throws IOException {
    if (policy.shouldRollOnCheckpoint(file)) {
      open().remove(file.getBucketId());
      return true;
    }
    if (open().size() < limit) {
      open().add(file.getBucketId());
    }
    return !open().contains(file.getBucketId());
  }

  @Override
  public boolean shouldRollOnEvent(PartFileInfo<String> file, T element) throws IOException {
    return policy.shouldRollOnEvent(file, element);
  }

  @Override
  public boolean shouldRollOnProcessingTime(PartFileInfo<String> file, long time)
      throws IOException {
    boolean rolls = policy.shouldRollOnProcessingTime(file, time);
    if (rolls) {
      open().remove(file.getBucketId());
    }
    return rolls;
  }

  private Set<String> open() {
    if (open == null) {
      open = new HashSet<>();
    }
    return open;
  }
}
