package io.sightings.ingest.sample;

import io.sightings.ingest.motion.MotionDetector;
import io.sightings.ingest.picture.PictureReader;
import io.sightings.ingest.settings.SampleSettings;
import org.jspecify.annotations.Nullable;

/**
 * Decides which pictures of a source are taken, and when a heartbeat must say that time goes on
 * although none is. A picture is due so many times a second; where motion is asked for, it is taken
 * only if something has changed. The same pictures always give the same answers, so that a run that
 * is read again numbers its frames as before. Stateful, for one run of one source; of one thread.
 */
public final class FrameSampler {
  private final FpsSampler due;
  private final HeartbeatClock heartbeats;
  private final double share;
  private final @Nullable MotionDetector motion;
  private boolean moving;

  public FrameSampler(SampleSettings settings) {
    due = new FpsSampler(settings.fps());
    heartbeats = new HeartbeatClock(settings.heartbeat());
    share = settings.motion();
    motion = share == 0 ? null : new MotionDetector(settings);
  }

  /**
   * Whether the current picture is taken. One that is counts as published: later ones are compared
   * with it, and no heartbeat is due for a while. To be asked once for each whole picture.
   */
  public boolean takes(PictureReader pictures) {
    long micros = pictures.micros();
    if (!due.takes(micros) || (motion != null && !shows(motion, pictures))) {
      return false;
    }
    heartbeats.spoken(micros);
    return true;
  }

  /**
   * Whether enough has changed since the last picture taken. The first one without change is taken
   * too: it is the one that motion does not blur, and what is in it may stay for long.
   */
  private boolean shows(MotionDetector detector, PictureReader pictures) {
    double change = detector.change(pictures);
    boolean moves = change >= share;
    boolean shows = moves || moving || Double.isNaN(change);
    moving = moves;
    if (shows) {
      detector.keep();
    }
    return shows;
  }

  /**
   * Whether a heartbeat is due; if so, it counts as sent. To be asked for each picture, taken or
   * not.
   *
   * @param micros time of the picture, as {@link PictureReader#micros()} gives it
   */
  public boolean heartbeatDue(long micros) {
    return heartbeats.due(micros);
  }
}
