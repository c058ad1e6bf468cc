package io.sightings.job.quarantine;

import io.sightings.contract.lease.SharedValues.Lease;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.metrics.Counter;

/** Journals the analyses of one subtask. */
final class JournaledStage implements StageAttempts {
  private final Lease<AttemptSession> lease;
  private final AttemptSession session;
  private final AttemptJournal.Stage stage;
  private final Counter suspected;
  private final InFlightBoard board;

  JournaledStage(
      Lease<AttemptSession> lease,
      AttemptJournal.Stage stage,
      int subtask,
      Counter suspected,
      Counter unjournaled) {
    this.lease = lease;
    this.session = lease.value();
    this.stage = stage;
    this.suspected = suspected;
    board = new InFlightBoard(session, EntryKeys.flight(stage.key(), subtask), unjournaled);
  }

  @Override
  public CompletableFuture<Optional<String>> verdict(String frame) {
    return session.ready().thenApply(known -> verdictNow(frame));
  }

  private Optional<String> verdictNow(String frame) {
    if (session.suspects().isEmpty()) {
      return Optional.empty();
    }
    return Arrays.stream(AttemptJournal.Stage.values())
        .flatMap(each -> verdict(each, frame).stream())
        .findFirst();
  }

  private Optional<String> verdict(AttemptJournal.Stage in, String frame) {
    String template =
        in.isNative()
            ? "the process ended %d times during its analysis in %s"
            : "the job failed %d times on it in %s";
    return session
        .suspects()
        .convicted(EntryKeys.suspect(in.key(), frame))
        .map(deaths -> template.formatted(deaths, in.key()));
  }

  @Override
  public CompletableFuture<FrameAttempt> announce(String frame) {
    return session.ready().thenCompose(known -> announceNow(frame));
  }

  private CompletableFuture<FrameAttempt> announceNow(String frame) {
    JournaledAttempt attempt = new JournaledAttempt(session, board, frame, suspect(frame));
    if (attempt.isSuspect()) {
      suspected.inc();
      return CompletableFuture.completedFuture(attempt);
    }
    CompletableFuture<FrameAttempt> announced = new CompletableFuture<>();
    board.announce(attempt, () -> announced.complete(attempt));
    return announced;
  }

  private String suspect(String frame) {
    return EntryKeys.suspect(stage.key(), frame);
  }

  @Override
  public void failed(String frame) {
    session.suspects().failed(suspect(frame), session.id(), System.currentTimeMillis());
    session.await(done -> session.execute(() -> session.writeSuspect(suspect(frame), done)));
  }

  @Override
  public void passed(String frame) {
    if (!session.suspects().isEmpty()) {
      forgetKey(suspect(frame));
    }
  }

  @Override
  public void forget(String frame) {
    for (AttemptJournal.Stage each : AttemptJournal.Stage.values()) {
      forgetKey(EntryKeys.suspect(each.key(), frame));
    }
  }

  private void forgetKey(String key) {
    if (session.suspects().forget(key)) {
      session.execute(() -> session.writeSuspect(key, () -> {}));
    }
  }

  @Override
  public void close() {
    // An orderly end leaves no suspects, but for what may still end the process.
    session.await(done -> session.execute(() -> board.write(true, done)));
    lease.close();
  }
}
