package io.sightings.job.identify.remote;

import io.sightings.contract.InquiryOutcome;
import io.sightings.contract.InquiryOutcome.Again;
import io.sightings.job.detect.SeenFace;
import io.sightings.job.settings.RemoteIdentifySettings;
import io.sightings.job.track.IdentifyRequest;
import org.jspecify.annotations.Nullable;

/**
 * What was asked about one track, and what came of it. It is not part of the job's state: after a
 * restart a question more is asked, and paid, than without.
 */
final class TrackHistory {
  private final RemoteIdentifySettings settings;
  private boolean waiting;
  private int asked;
  private long first;
  private long last;
  private float best;
  private InquiryOutcome outcome;
  private @Nullable SeenFace unanswered;
  private @Nullable PendingIdentify held;
  private boolean unfit;

  TrackHistory(RemoteIdentifySettings settings) {
    this.settings = settings;
  }

  /**
   * A face worth a question.
   *
   * @param recheck whether the person is identified already
   * @param again whether the last question about the track is to be asked again
   */
  record Turn(SeenFace face, boolean recheck, boolean again) {}

  /** Decides about a face, and remembers it as asked about if the answer is yes; null if not. */
  synchronized @Nullable Turn decide(IdentifyRequest question) {
    if (waiting || (question.again() && !isUnanswered())) {
      return null;
    }
    SeenFace face = question.face();
    long now = question.time();
    SeenFace shown = better(isFit(face) ? face : null, unanswered);
    if (shown == null || !isWorth(shown, now)) {
      return null;
    }
    boolean recheck = outcome != null && outcome.judged();
    if (asked == 0 || now - first >= settings.recheck().toMillis()) {
      asked = 0;
      best = 0;
      first = now;
    }
    waiting = true;
    asked++;
    last = now;
    best = Math.max(best, shown.quality());
    return new Turn(shown, recheck, outcome != null && outcome.again() == Again.LATER);
  }

  /**
   * Keeps a clearly better shot that comes while a question is under way: it may be the last good
   * one.
   *
   * @return what is not kept, and may be this one; null for nothing
   */
  synchronized @Nullable PendingIdentify hold(PendingIdentify pending) {
    IdentifyRequest question = pending.question();
    boolean clearer =
        waiting
            && !question.again()
            && isFit(question.face())
            && pending.quality() >= best * settings.better();
    if (!clearer || (held != null && held.quality() >= pending.quality())) {
      return pending;
    }
    PendingIdentify other = held;
    held = pending;
    return other;
  }

  /** Whether it is to be said that no face is good enough to be asked about: once. */
  synchronized boolean saysUnfit(IdentifyRequest question) {
    boolean first =
        !unfit
            && !waiting
            && outcome == null
            && question.face().canBeAskedAbout()
            && !isFit(question.face());
    unfit = unfit || first;
    return first;
  }

  private boolean isFit(SeenFace face) {
    return face.canBeAskedAbout() && face.quality() >= settings.minQuality();
  }

  /** Whether nothing has come of what was asked so far. */
  private boolean isUnanswered() {
    return outcome == null || outcome.again() == Again.LATER;
  }

  private boolean isWorth(SeenFace shown, long now) {
    if (outcome == null || now - last >= settings.recheck().toMillis()) {
      return true;
    }
    if (outcome.again() == Again.LATER) {
      return now - last >= settings.again().toMillis();
    }
    return outcome != InquiryOutcome.IDENTIFIED
        && asked < settings.most()
        && shown.quality() >= best * settings.better();
  }

  /**
   * @param came of the question; a name once given is not lost to a later failure
   * @return what was kept meanwhile; null for nothing
   */
  synchronized @Nullable PendingIdentify answered(SeenFace face, InquiryOutcome came) {
    waiting = false;
    boolean later = came.again() == Again.LATER;
    if (!later || outcome == null || !outcome.judged()) {
      outcome = came;
    }
    SeenFace best = better(face, held == null ? null : held.question().face());
    // A picture can be sent again; a face the service found itself is soon forgotten there.
    unanswered = later && best.picture() != null ? best : null;
    if (later) {
      asked--;
    }
    PendingIdentify next = held;
    held = null;
    return next;
  }

  private static @Nullable SeenFace better(@Nullable SeenFace a, @Nullable SeenFace b) {
    return a == null || (b != null && b.quality() > a.quality()) ? b : a;
  }
}
