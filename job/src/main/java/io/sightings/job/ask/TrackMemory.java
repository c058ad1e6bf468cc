package io.sightings.job.ask;

import io.sightings.engine.azure.call.Priority;
import io.sightings.engine.azure.identify.Outcome;
import io.sightings.engine.azure.identify.Outcome.Again;
import io.sightings.job.detect.SeenFace;
import io.sightings.job.settings.AskSettings;
import io.sightings.job.track.Question;

/**
 * What was asked about one track, and what came of it. It is not part of the job's state: after a
 * restart a question more is asked, and paid, than without.
 */
final class TrackMemory {
  private final AskSettings settings;
  private boolean waiting;
  private int asked;
  private long first;
  private long last;
  private float best;
  private Outcome outcome;
  private SeenFace unanswered;

  TrackMemory(AskSettings settings) {
    this.settings = settings;
  }

  /** A face worth a question, and how urgent that is; null where none is. */
  record Turn(SeenFace face, Priority priority) {}

  /** Decides about a face, and remembers it as asked about if the answer is yes. */
  synchronized Turn decide(Question question) {
    if (waiting || (question.again() && !isUnanswered())) {
      return null;
    }
    SeenFace face = question.face();
    long now = question.time();
    SeenFace shown = better(face.canBeAskedAbout() ? face : null, unanswered);
    if (shown == null || !isWorth(shown, now)) {
      return null;
    }
    Priority priority = outcome != null && outcome.judged() ? Priority.RECHECK : Priority.NEW;
    if (asked == 0 || now - first >= settings.recheck().toMillis()) {
      asked = 0;
      best = 0;
      first = now;
    }
    waiting = true;
    asked++;
    last = now;
    best = Math.max(best, shown.quality());
    return new Turn(shown, priority);
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
    return outcome != Outcome.IDENTIFIED
        && asked < settings.most()
        && shown.quality() >= best * settings.better();
  }

  /**
   * @param came of the question; a name once given is not lost to a later failure
   */
  synchronized void answered(SeenFace face, Outcome came) {
    waiting = false;
    boolean later = came.again() == Again.LATER;
    if (!later || outcome == null || !outcome.judged()) {
      outcome = came;
    }
    // A picture can be sent again; a face the service found itself is soon forgotten there.
    unanswered = later && face.picture() != null ? face : null;
    if (later) {
      asked--;
    }
  }

  private static SeenFace better(SeenFace a, SeenFace b) {
    return a == null || (b != null && b.quality() > a.quality()) ? b : a;
  }
}
