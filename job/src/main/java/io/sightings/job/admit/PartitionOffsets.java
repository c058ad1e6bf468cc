package io.sightings.job.admit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Knows the last record of every partition, and so how many were deleted before they were read: a
 * consumer that fell behind the broker's retention goes on with what is left and says nothing.
 */
final class PartitionOffsets {
  private final Map<String, PartitionMark> last = new HashMap<>();

  /** How many records are missing between the last one of the partition and this one. */
  long missingBefore(FrameRecord delivery) {
    PartitionMark mark =
        new PartitionMark(delivery.topic(), delivery.partition(), delivery.offset());
    PartitionMark before = last.get(key(mark));
    if (before != null && before.offset() >= mark.offset()) {
      return 0;
    }
    last.put(key(mark), mark);
    return before == null ? 0 : mark.offset() - before.offset() - 1;
  }

  /** Joins what other instances knew before a restart: the farther mark counts. */
  void restore(Iterable<PartitionMark> saved) {
    for (PartitionMark mark : saved) {
      last.merge(key(mark), mark, (a, b) -> a.offset() >= b.offset() ? a : b);
    }
  }

  List<PartitionMark> all() {
    return List.copyOf(last.values());
  }

  private static String key(PartitionMark mark) {
    return mark.topic() + "/" + mark.partition();
  }
}
