package io.sightings.ingest.live;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log when pictures begin to be dropped, and how many were when that is over. */
final class LossLogger {
  private static final Logger LOG = LoggerFactory.getLogger(LossLogger.class);

  /** So many looks without a loss, and it is over. */
  private static final int OVER = 20;

  private final LiveBuffer buffer;
  private long before;
  private long start;
  private int quiet = OVER;

  LossLogger(LiveBuffer buffer) {
    this.buffer = buffer;
  }

  /** To be called every now and then, by one thread. */
  void look() {
    long dropped = buffer.dropped();
    if (dropped > before) {
      if (quiet >= OVER) {
        start = before;
        LOG.warn("Kafka is slow or away: the oldest pictures of live sources are dropped");
      }
      quiet = 0;
    } else if (quiet < OVER && ++quiet == OVER) {
      LOG.warn("{} pictures of live sources were dropped; none any more", dropped - start);
    }
    before = dropped;
  }
}
