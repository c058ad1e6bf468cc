package io.sightings.ingest.journal;

import io.sightings.contract.retry.RetryBackoff;
import io.sightings.ingest.journal.ReadAdmission.Deferred;
import io.sightings.ingest.journal.ReadAdmission.Granted;
import io.sightings.ingest.journal.ReadAdmission.Refused;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps count of what was being read when a process ended. What may have been the cause is a
 * suspect: the next process reads one suspect at a time, with nothing else that has just been
 * opened, so that another death convicts it alone. What has been convicted is refused: a file for
 * good, a stream for a pause that doubles with each further death. Safe for use by many threads.
 */
public final class ReadingJournal implements AutoCloseable {
  /** How long something has to give frames before it is established. */
  static final Duration PROBATION = Duration.ofSeconds(15);

  private static final Logger LOG = LoggerFactory.getLogger(ReadingJournal.class);

  /** So long files wait for streams, should those not be reached. */
  private static final long CAREFUL_NANOS = Duration.ofSeconds(60).toNanos();

  /** A suspect that has not asked for so long does not wait any more. */
  private static final long WAITS_NANOS = Duration.ofSeconds(3).toNanos();

  /** Asked for its longest pauses only. */
  private final RetryBackoff backoff =
      new RetryBackoff(Duration.ofMinutes(5), Duration.ofHours(6), 0);

  private final JournalFolder folder;
  private final int maxDeaths;
  private final Duration probation;
  private final String self = OwnProcess.name();
  private final ScheduledExecutorService timer;

  /** What is open here, by key. */
  private final Map<String, ReadingEntry> open = new HashMap<>();

  /** What deaths are known of and is not open here, by key. */
  private final Map<String, ReadingEntry> known = new HashMap<>();

  /** Keys of streams that were established in this process once. */
  private final Set<String> trusted = new HashSet<>();

  private long suspectAsked = System.nanoTime() - WAITS_NANOS;

  /** After a death, files wait until then for streams to be established. */
  private long carefulUntil = System.nanoTime();

  private ReadingJournal(JournalFolder folder, int maxDeaths, Duration probation) {
    this.folder = folder;
    this.maxDeaths = maxDeaths;
    this.probation = probation;
    ScheduledThreadPoolExecutor one =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "reading-journal");
              thread.setDaemon(true);
              return thread;
            });
    one.setRemoveOnCancelPolicy(true);
    timer = one;
  }

  /**
   * Looks at what earlier processes left, and begins.
   *
   * @param state the ingestor's folder for such
   * @param maxDeaths so many convict
   */
  public static ReadingJournal open(Path state, int maxDeaths) {
    return open(state, maxDeaths, PROBATION, Instant.now());
  }

  static ReadingJournal open(Path state, int maxDeaths, Duration probation, Instant now) {
    ReadingJournal journal =
        new ReadingJournal(new JournalFolder(state.resolve("reading")), maxDeaths, probation);
    journal.reckon(now);
    return journal;
  }

  private void reckon(Instant now) {
    List<ReadingEntry> all = folder.all();
    List<ReadingEntry> died =
        all.stream().filter(one -> one.isOpen() && !OwnProcess.runs(one.reader())).toList();
    List<ReadingEntry> blamed = CrashSuspects.of(died);
    if (!died.isEmpty()) {
      carefulUntil = System.nanoTime() + CAREFUL_NANOS;
    }
    for (ReadingEntry one : all) {
      if (blamed.contains(one)) {
        blame(one, now);
      } else if (died.contains(one)) {
        keep(one.established() ? one.died(0, Instant.EPOCH) : one.closed());
      } else if (!one.isOpen()) {
        known.put(one.key(), one);
      }
    }
    if (!died.isEmpty() && blamed.isEmpty()) {
      LOG.warn(
          "The ingestor ended while it read {} streams, and nothing tells by which", died.size());
    }
  }

  private void blame(ReadingEntry one, Instant now) {
    // A file that was read on for a while has got further than the last time.
    int deaths = one.established() && !one.live() ? 1 : one.deaths() + 1;
    ReadingEntry next = one.died(deaths, now.plus(pause(deaths)));
    keep(next);
    LOG.warn(
        "The ingestor ended while it read {} of {}: {}",
        one.what(),
        one.source(),
        deaths < maxDeaths ? "it is read alone at first" : "it is left out");
  }

  private Duration pause(int deaths) {
    return backoff.longest(Math.max(1, deaths - maxDeaths + 1));
  }

  private void keep(ReadingEntry entry) {
    if (entry.isSuspect()) {
      known.put(entry.key(), entry);
      folder.write(entry);
    } else {
      known.remove(entry.key());
      folder.delete(entry.key());
    }
  }

  /**
   * Asks to read something. Returns at once.
   *
   * @param source its id
   * @param what names a file and this copy of it, or a stream; it is not published for a stream
   * @param live whether it is a stream
   */
  public synchronized ReadAdmission admit(String source, String what, boolean live) {
    ReadingEntry fresh = ReadingEntry.of(source, what, live);
    ReadingEntry entry = known.getOrDefault(fresh.key(), fresh);
    if (entry.deaths() >= maxDeaths && (!live || Instant.now().isBefore(entry.retryAt()))) {
      return new Refused(reason(entry));
    }
    if (hasToWait(entry)) {
      return new Deferred(
          "the ingestor ended not long ago, and what may have ended it is read alone");
    }
    ReadingEntry opened = entry.openedBy(self);
    known.remove(entry.key());
    open.put(entry.key(), opened);
    folder.write(opened);
    return new OpenReading(opened.key());
  }

  private static String reason(ReadingEntry entry) {
    String times = entry.deaths() == 2 ? "twice" : entry.deaths() + " times";
    String why = "the ingestor ended %s while reading it".formatted(times);
    return entry.live() ? why + ": it is left out until " + entry.retryAt() : why;
  }

  private boolean hasToWait(ReadingEntry entry) {
    boolean carefully = System.nanoTime() - carefulUntil < 0;
    boolean earlyStream = carefully && isOpen(one -> one.live() && one.isEarly());
    boolean earlyFile = isOpen(one -> !one.live() && one.isEarly());
    boolean earlySuspect =
        isOpen(one -> one.isSuspect() && one.isEarly() && (one.live() || !entry.live()));
    if (entry.isSuspect()) {
      suspectAsked = earlyFile ? System.nanoTime() : suspectAsked;
      return earlySuspect || earlyStream || earlyFile;
    }
    if (entry.live()) {
      return earlySuspect && !trusted.contains(entry.key());
    }
    return earlySuspect || earlyStream || System.nanoTime() - suspectAsked < WAITS_NANOS;
  }

  private boolean isOpen(Predicate<ReadingEntry> predicate) {
    return open.values().stream().anyMatch(predicate);
  }

  /** What was convicted has been put away: should it come again, it is read. */
  public synchronized void forget(String source, String what) {
    String key = ReadingEntry.of(source, what, false).key();
    if (known.remove(key) != null) {
      folder.delete(key);
    }
  }

  private synchronized void establish(String key) {
    ReadingEntry entry = open.get(key);
    if (entry == null || entry.established()) {
      return;
    }
    open.put(key, entry.asEstablished());
    folder.write(entry.asEstablished());
    if (entry.live()) {
      trusted.add(key);
    }
  }

  private synchronized void end(String key, boolean finished) {
    ReadingEntry entry = open.remove(key);
    if (entry != null) {
      // A stream that gave no frames may not even have been reached.
      boolean acquitted = finished || (entry.live() && entry.established());
      keep(acquitted ? entry.died(0, Instant.EPOCH) : entry.closed());
    }
  }

  /** The process ends in order: nothing that is still open has ended it. */
  @Override
  public synchronized void close() {
    timer.shutdownNow();
    for (ReadingEntry entry : List.copyOf(open.values())) {
      keep(entry.closed());
    }
    open.clear();
  }

  /** Of one thread, but for its end. */
  private final class OpenReading implements Granted {
    private final String key;
    private boolean delivers;

    OpenReading(String key) {
      this.key = key;
    }

    @Override
    public void delivers() {
      if (!delivers) {
        delivers = true;
        timer.schedule(() -> establish(key), probation.toMillis(), TimeUnit.MILLISECONDS);
      }
    }

    @Override
    public void finished() {
      end(key, true);
    }

    @Override
    public void close() {
      end(key, false);
    }
  }
}
