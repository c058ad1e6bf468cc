package io.sightings.job.state;

import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.job.DrawnFrames;
import io.sightings.job.admit.Deliveries;
import io.sightings.job.admit.FrameRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the job sees around a kept savepoint. Ada and Ben cross at the door, which ends; an hour
 * later they cross again, and in the yard too, and in the midst of that the savepoint is taken.
 */
final class KeptScene {
  static final String[] SOURCES = {"door", "yard"};

  private static final SourceInfo DOOR = SourceInfo.of("door", SourceKind.VIDEO);
  private static final SourceInfo YARD = SourceInfo.of("yard", SourceKind.LIVE);
  private static final int FRAMES_PER_SECOND = 3;
  private static final double FROM = 1;
  private static final double TO = 12.5;
  private static final double CUT = 8;

  private final List<byte[]> pictures = DrawnFrames.between(FROM, TO, FRAMES_PER_SECOND);
  private final List<FrameRecord> deliveries = new ArrayList<>();

  KeptScene() {
    for (int i = 0; i <= pictures.size(); i++) {
      deliveries.add(delivery(DOOR, "run1", Deliveries.START, i));
    }
    Instant again = Deliveries.START.plus(Duration.ofHours(1));
    for (int i = 0; i <= pictures.size(); i++) {
      deliveries.add(delivery(DOOR, "run2", again, i));
      deliveries.add(delivery(YARD, "run1", again, i));
    }
  }

  List<FrameRecord> deliveries() {
    return List.copyOf(deliveries);
  }

  /** Number of the first delivery of the second crossing. */
  long again() {
    return pictures.size() + 1;
  }

  /** Number of the first delivery after the savepoint. */
  long cut() {
    return again() + 2 * Math.round((CUT - FROM) * FRAMES_PER_SECOND);
  }

  private FrameRecord delivery(SourceInfo source, String epoch, Instant start, int i) {
    Instant time = start.plusMillis(1000L * i / FRAMES_PER_SECOND);
    return i < pictures.size()
        ? Deliveries.image(source, epoch, i, time, pictures.get(i))
        : Deliveries.ended(source, epoch, i, time);
  }
}
