package io.sightings.job.quarantine;

/** An analysis that is announced or runs. */
final class JournaledAttempt implements FrameAttempt {
  private final AttemptSession session;
  private final InFlightBoard board;
  private final String frame;
  private final String suspectKey;
  private final boolean suspect;
  private volatile LoneAnalysis.Permit permit;
  private volatile boolean released;
  private volatile boolean begun;
  private volatile boolean abandoned;

  JournaledAttempt(AttemptSession session, InFlightBoard board, String frame, String suspectKey) {
    this.session = session;
    this.board = board;
    this.frame = frame;
    this.suspectKey = suspectKey;
    this.suspect = session.suspects().isKnown(suspectKey);
  }

  String frame() {
    return frame;
  }

  boolean isSuspect() {
    return suspect;
  }

  boolean hasBegun() {
    return begun;
  }

  /** The store holds the announcement, or is not waited for. */
  void release() {
    released = true;
  }

  boolean awaitsWorker() {
    return released && !begun && !abandoned;
  }

  boolean isAlone() {
    LoneAnalysis.Permit held = permit;
    return held != null && held.isAlone();
  }

  @Override
  public void begin() throws InterruptedException {
    if (!suspect) {
      permit = session.turns().share();
      begun = true;
      board.writeIfDue();
      return;
    }
    permit = session.turns().alone(() -> session.execute(board::write));
    begun = true;
    // Announced only now: the record says whether anything else runs.
    session.await(done -> board.announce(this, done));
  }

  @Override
  public void end() {
    board.remove(this);
    if (suspect && begun) {
      session.suspects().forget(suspectKey);
      // The next suspect must not run while this one still counts as running alone.
      session.await(
          done ->
              session.execute(
                  () -> {
                    session.writeSuspect(suspectKey, () -> {});
                    board.write(false, done);
                  }));
    }
    abandon();
  }

  @Override
  public void abandon() {
    abandoned = true;
    board.writeIfDue();
    LoneAnalysis.Permit held = permit;
    if (held != null) {
      held.close();
    }
  }
}
