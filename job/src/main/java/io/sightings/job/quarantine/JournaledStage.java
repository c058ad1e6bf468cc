package io.sightings.job.quarantine;

import io.sightings.job.quarantine.FlightRecord.FlyingFrame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.flink.metrics.Counter;

/**
 * Journals the analyses of one subtask. A record names all frames that are announced at a moment,
 * so that one record may announce several and an end needs none of its own.
 */
final class JournaledStage implements StageAttempts {
  private final AttemptSessions.Lease lease;
  private final AttemptSession session;
  private final AttemptJournal.Stage stage;
  private final String key;
  private final Counter suspected;
  private final Counter unjournaled;
  private final Map<String, Flight> flights = new LinkedHashMap<>();
  private final Deque<Announcement> waiting = new ArrayDeque<>();
  private boolean writing;

  JournaledStage(
      AttemptSessions.Lease lease,
      AttemptJournal.Stage stage,
      int subtask,
      Counter suspected,
      Counter unjournaled) {
    this.lease = lease;
    this.session = lease.session();
    this.stage = stage;
    this.key = EntryKeys.flight(stage.key(), subtask);
    this.suspected = suspected;
    this.unjournaled = unjournaled;
    session.eachTick(this::releaseLate);
  }

  @Override
  public CompletableFuture<Optional<String>> verdict(String frame) {
    return session
        .ready()
        .thenApply(
            known ->
                session.suspects().isEmpty()
                    ? Optional.empty()
                    : Arrays.stream(AttemptJournal.Stage.values())
                        .map(each -> verdict(each, frame))
                        .filter(Objects::nonNull)
                        .findFirst());
  }

  private String verdict(AttemptJournal.Stage in, String frame) {
    return session
        .suspects()
        .convicted(EntryKeys.suspect(in.key(), frame))
        .map(
            deaths ->
                in == AttemptJournal.Stage.DETECT || in == AttemptJournal.Stage.IDENTIFY
                    ? "the process ended " + deaths + " times during its analysis in " + in.key()
                    : "the job failed " + deaths + " times on it in " + in.key())
        .orElse(null);
  }

  @Override
  public CompletableFuture<FrameAttempt> announce(String frame) {
    return session.ready().thenCompose(known -> announceNow(frame));
  }

  private CompletableFuture<FrameAttempt> announceNow(String frame) {
    Flight flight = new Flight(frame, session.suspects().isKnown(suspect(frame)));
    if (flight.suspect) {
      // It is announced when its turn has come: the record says that nothing else runs.
      suspected.inc();
      return CompletableFuture.completedFuture(flight);
    }
    CompletableFuture<FrameAttempt> announced = new CompletableFuture<>();
    announce(flight, () -> announced.complete(flight));
    return announced;
  }

  private String suspect(String frame) {
    return EntryKeys.suspect(stage.key(), frame);
  }

  /**
   * @param done runs once the record is in the store, or is not waited for
   */
  private void announce(Flight flight, Runnable done) {
    Announcement announcement = new Announcement(done, System.nanoTime());
    synchronized (this) {
      flights.put(flight.frame, flight);
      if (!session.isAway()) {
        waiting.add(announcement);
        announcement = null;
      }
    }
    // What is not waited for is written all the same, which shows when the store is back.
    requestWrite();
    if (announcement != null) {
      unjournaled.inc();
      done.run();
    }
  }

  private synchronized void requestWrite() {
    if (!writing) {
      writing = true;
      session.execute(this::write);
    }
  }

  /** In the session's thread. */
  private void write() {
    List<FlyingFrame> frames;
    List<Announcement> announced;
    synchronized (this) {
      writing = false;
      frames = flying(false);
      announced = List.copyOf(waiting);
    }
    session.writeFlight(key, frames, () -> release(announced));
  }

  private synchronized List<FlyingFrame> flying(boolean begunOnly) {
    List<FlyingFrame> frames = new ArrayList<>();
    for (Flight flight : flights.values()) {
      if (flight.begun || !begunOnly) {
        frames.add(new FlyingFrame(flight.frame, flight.isAlone()));
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
    mine.forEach(
        each -> {
          if (session.isAway()) {
            unjournaled.inc();
          }
          each.done.run();
        });
  }

  /** A broker that is away must not stop the analysis. In the session's thread. */
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

  @Override
  public void failed(String frame) {
    session.suspects().failed(suspect(frame), session.id(), System.currentTimeMillis());
    awaitWritten(done -> session.execute(() -> session.writeSuspect(suspect(frame), done)));
  }

  @Override
  public void passed(String frame) {
    if (!session.suspects().isEmpty() && session.suspects().forget(suspect(frame))) {
      session.execute(() -> session.writeSuspect(suspect(frame), () -> {}));
    }
  }

  @Override
  public void forget(String frame) {
    for (AttemptJournal.Stage each : AttemptJournal.Stage.values()) {
      String entry = EntryKeys.suspect(each.key(), frame);
      if (session.suspects().forget(entry)) {
        session.execute(() -> session.writeSuspect(entry, () -> {}));
      }
    }
  }

  /** Waits no longer than the patience, and not at all for a store that is away. */
  private void awaitWritten(Consumer<Runnable> write) {
    CountDownLatch written = new CountDownLatch(1);
    write.accept(written::countDown);
    try {
      if (!session.isAway()
          && !written.await(session.settings().patience().toMillis(), TimeUnit.MILLISECONDS)) {
        session.late();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    List<FlyingFrame> stuck = flying(true);
    // An orderly end leaves no suspects, but for what may still end the process.
    awaitWritten(done -> session.execute(() -> session.writeFlight(key, stuck, done)));
    lease.close();
  }

  private record Announcement(Runnable done, long since) {}

  /** An analysis that is announced or runs. */
  private final class Flight implements FrameAttempt {
    private final String frame;
    private final boolean suspect;
    private volatile LoneAnalysis.Permit permit;
    private volatile boolean begun;

    Flight(String frame, boolean suspect) {
      this.frame = frame;
      this.suspect = suspect;
    }

    boolean isAlone() {
      LoneAnalysis.Permit held = permit;
      return held != null && held.isAlone();
    }

    @Override
    public void begin() throws InterruptedException {
      permit =
          suspect
              ? session.turns().alone(() -> session.execute(JournaledStage.this::write))
              : session.turns().share();
      begun = true;
      if (suspect) {
        awaitWritten(done -> announce(this, done));
      }
    }

    @Override
    public void end() {
      synchronized (JournaledStage.this) {
        flights.remove(frame, this);
      }
      if (suspect && begun) {
        session.suspects().forget(JournaledStage.this.suspect(frame));
        // The next suspect must not run while this one still counts as running alone.
        awaitWritten(
            done ->
                session.execute(
                    () -> {
                      session.writeSuspect(JournaledStage.this.suspect(frame), () -> {});
                      session.writeFlight(key, flying(false), done);
                    }));
      }
      abandon();
    }

    @Override
    public void abandon() {
      LoneAnalysis.Permit held = permit;
      if (held != null) {
        held.close();
      }
    }
  }
}
