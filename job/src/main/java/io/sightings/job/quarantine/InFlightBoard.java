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
 */
final class InFlightBoard {
  private final AttemptSession session;
  private final String key;
  private final Counter unjournaled;
  private final Map<String, JournaledAttempt> flights = new LinkedHashMap<>();
  private final Deque<Announcement> waiting = new ArrayDeque<>();
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

  private record Announcement(Runnable done, long since) {}

  /**
   * @param done runs once the store holds the announcement, or is not waited for
   */
  void announce(JournaledAttempt attempt, Runnable done) {
    boolean away = session.isAway();
    synchronized (this) {
      flights.put(attempt.frame(), attempt);
      if (!away) {
        waiting.add(new Announcement(done, System.nanoTime()));
      }
      if (!writing) {
        // What is not waited for is written all the same, which shows when the store is back.
        writing = true;
        session.execute(this::write);
      }
    }
    if (away) {
      unjournaled.inc();
      done.run();
    }
  }

  synchronized void remove(JournaledAttempt attempt) {
    flights.remove(attempt.frame(), attempt);
  }

  /** Writes the entry. In the session's thread. */
  void write() {
    List<FlyingFrame> frames;
    List<Announcement> announced;
    synchronized (this) {
      writing = false;
      frames = flying(false);
      announced = List.copyOf(waiting);
    }
    session.writeFlight(key, frames, () -> release(announced));
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
        if (waiting.remove(each)) {
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
      late = waiting.stream().filter(each -> now - each.since > patience).toList();
    }
    if (!late.isEmpty()) {
      session.late();
      release(late);
    }
  }
}
