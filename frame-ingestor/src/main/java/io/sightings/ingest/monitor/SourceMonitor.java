package io.sightings.ingest.monitor;

import io.sightings.contract.CaptureClock;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Collects the state of a source from several threads. Thread-safe. */
public final class SourceMonitor {
  private final String id;
  private final String type;
  private final EventRate rate = new EventRate();
  private final LongAdder read = new LongAdder();
  private final LongAdder sampled = new LongAdder();
  private final LongAdder published = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final LongAdder expired = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder reconnects = new LongAdder();
  private final LongAdder gaps = new LongAdder();
  private final LongAdder quarantined = new LongAdder();
  private final LongAdder unexpected = new LongAdder();
  private SourceState state = SourceState.IDLE;
  private Instant since = Instant.now();
  private @Nullable String picture;
  private @Nullable CaptureClock clock;
  private @Nullable Instant lastFrame;
  private @Nullable String lastError;
  private @Nullable Instant lastErrorAt;

  public SourceMonitor(String id, String type) {
    this.id = id;
    this.type = type;
  }

  public String id() {
    return id;
  }

  String type() {
    return type;
  }

  public synchronized void is(SourceState now) {
    if (state != now) {
      state = now;
      since = Instant.now();
    }
  }

  /**
   * @param what codec, size and rate in words
   */
  public synchronized void shows(String what) {
    picture = what;
  }

  public synchronized void goesBy(CaptureClock whose) {
    clock = whose;
  }

  /** A picture was read, taken or not. */
  public void read() {
    read.increment();
    rate.count();
    synchronized (this) {
      lastFrame = Instant.now();
    }
  }

  public void sampled() {
    sampled.increment();
  }

  /** Pictures have arrived in Kafka. */
  public void published(int size) {
    published.increment();
    bytes.add(size);
  }

  public void dropped() {
    dropped.increment();
  }

  /**
   * @param why one sentence without credentials
   */
  public void rejected(String why) {
    rejected.increment();
    error(why);
  }

  /** Rejected uploads were deleted. */
  public void expired(int files) {
    expired.add(files);
  }

  /**
   * @param why one sentence without credentials
   */
  public synchronized void error(String why) {
    lastError = why;
    lastErrorAt = Instant.now();
  }

  /**
   * An error has ended. If it is the last one, the status shows none.
   *
   * @param why as it was given to {@link #error}
   */
  public synchronized void errorEnded(String why) {
    if (why.equals(lastError)) {
      lastError = null;
      lastErrorAt = null;
    }
  }

  public void reconnected() {
    reconnects.increment();
  }

  public void gap() {
    gaps.increment();
  }

  /** A file was put away, or a stream left out for a while, as it ended the ingestor. */
  public void quarantined() {
    quarantined.increment();
  }

  /** An exception was caught that no code provides for. */
  public void unexpected() {
    unexpected.increment();
  }

  public FrameCounts counts() {
    return new FrameCounts(read.sum(), sampled.sum(), published.sum(), rejected.sum(), bytes.sum());
  }

  public synchronized SourceStatus status() {
    return new SourceStatus(
        id,
        type,
        state,
        since,
        picture,
        clock,
        lastFrame,
        rate.perSecond(),
        read.sum(),
        sampled.sum(),
        published.sum(),
        dropped.sum(),
        rejected.sum(),
        expired.sum(),
        bytes.sum(),
        reconnects.sum(),
        gaps.sum(),
        quarantined.sum(),
        unexpected.sum(),
        lastError,
        lastErrorAt);
  }
}
