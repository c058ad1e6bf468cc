package io.sightings.job.quarantine;

import io.sightings.job.quarantine.InFlightFrame.FlyingFrame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.metrics.Counter;

/**
 * The announced analyses of one subtask, and its one entry in the store. The entry names all of
 * them at a moment, so that one write may announce several and an end needs none of its own.
 *
 * <p>While an announced analysis waits for a worker, later ones are not written: they share the
 * write that follows when it begins. The workers are busy meanwhile, so nothing waits for the
 * store, and a saturated stage writes once for several frames.
 */
final class InFlightBoard {
  private final AttemptSession session;
  private final String key;
  private final Counter unjournaled;
  private final Map<String, JournaledAttempt> flights = new LinkedHashMap<>();
  private final Deque<Announcement> unwritten = new ArrayDeque<>();
  private final Deque<Announcement> written = new ArrayDeque<>();
  private boolean writing;

  /**
   * @param key of the entry
   * @param unjournaled counts announcements that are not waited for
   */
  InFlightBoard(AttemptSession session, String key, Counter unjournaled) {
    this.session = session;
    this.key = key;
    this.unjournaled = unjournaled;
    session.eachTick(this::releaseLate);
  }

  private record Announcement(JournaledAttempt attempt, Runnable done, long writtenAt) {
    Announcement writtenNow() {
      return new Announcement(attempt, done, System.nanoTime());
    }
  }

  /**
   * @param done runs once the store holds the announcement, or is not waited for
   */
  void announce(JournaledAttempt attempt, Runnable done) {
    boolean away = session.isAway();
    synchronized (this) {
      flights.put(attempt.frame(), attempt);
      if (away) {
        attempt.release();
        // What is not waited for is written all the same, which shows when the store is back.
        writeSoon();
      } else {
        unwritten.add(new Announcement(attempt, done, 0));
        writeIfDue();
      }
    }
    if (away) {
      unjournaled.inc();
      done.run();
    }
  }

  /** An analysis has begun, or is not waited for any more. */
  synchronized void writeIfDue() {
    if (!unwritten.isEmpty()
        && (flights.values().stream().noneMatch(JournaledAttempt::awaitsWorker)
            || unwritten.stream().anyMatch(each -> each.attempt.hasBegun()))) {
      writeSoon();
    }
  }

  private synchronized void writeSoon() {
    if (!writing) {
      writing = true;
      session.execute(this::write);
    }
  }

  synchronized void remove(JournaledAttempt attempt) {
    flights.remove(attempt.frame(), attempt);
    writeIfDue();
  }

  /** Writes the entry. In the session's thread. */
  void write() {
    List<FlyingFrame> frames;
    List<Announcement> announced;
    synchronized (this) {
      writing = false;
      frames = flying(false);
      announced = unwritten.stream().map(Announcement::writtenNow).toList();
      unwritten.clear();
      written.addAll(announced);
    }
    session.writeFlight(key, frames, () -> release(announced));
    if (session.isAway()) {
      release(announced);
    }
  }

  /**
   * Writes the entry. In the session's thread.
   *
   * @param begunOnly whether to leave out what is announced and has not begun
   */
  void write(boolean begunOnly, Runnable done) {
    session.writeFlight(key, flying(begunOnly), done);
  }

  private synchronized List<FlyingFrame> flying(boolean begunOnly) {
    List<FlyingFrame> frames = new ArrayList<>();
    for (JournaledAttempt flight : flights.values()) {
      if (flight.hasBegun() || !begunOnly) {
        frames.add(new FlyingFrame(flight.frame(), flight.isAlone()));
      }
    }
    return frames;
  }

  private void release(List<Announcement> announced) {
    List<Announcement> mine = new ArrayList<>();
    synchronized (this) {
      for (Announcement each : announced) {
        if (written.remove(each)) {
          each.attempt.release();
          mine.add(each);
        }
      }
    }
    for (Announcement each : mine) {
      if (session.isAway()) {
        unjournaled.inc();
      }
      each.done.run();
    }
  }

  /** A store that is away must not stop the analysis. In the session's thread. */
  private void releaseLate() {
    long patience = session.settings().patience().toNanos();
    List<Announcement> late;
    synchronized (this) {
      long now = System.nanoTime();
      late = written.stream().filter(each -> now - each.writtenAt > patience).toList();
    }
    if (!late.isEmpty()) {
      session.late();
      release(late);
    }
  }
}
