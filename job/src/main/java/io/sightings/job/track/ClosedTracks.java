package io.sightings.job.track;

import io.sightings.job.settings.RemoteIdentifySettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Those who left a live source while the service may have been away. As long as their visits are
 * open they are asked about again, in the same way as if they were still there; whether that is
 * worth a call is decided where the last answer is known.
 */
final class ClosedTracks {
  static final int MAX_TRACKS = 100;
  static final int MAX_BYTES = 4 << 20;

  private final RemoteIdentifySettings asking;
  private final Duration gap;

  /**
   * @param tracks still to be asked about, longest gone first
   * @param asked those of them to be asked about now
   * @param givenUp how many were too many to be kept
   */
  record Step(List<ClosedTrack> tracks, List<ClosedTrack> asked, int givenUp) {}

  /**
   * @param asking null where no service is asked
   * @param gap unseen for longer than this, a visit is over
   */
  ClosedTracks(@Nullable RemoteIdentifySettings asking, Duration gap) {
    this.asking = asking;
    this.gap = gap;
  }

  /**
   * @param before the frame; null if nothing was
   * @param after the frame, those still followed
   * @param now capture time of the frame, in milliseconds
   */
  Step step(SourceTracks before, List<FaceTrack> after, long now) {
    if (before == null || asking == null) {
      return new Step(List.of(), List.of(), 0);
    }
    List<ClosedTrack> all = new ArrayList<>(before.gone());
    Set<String> followed = after.stream().map(FaceTrack::id).collect(Collectors.toSet());
    for (FaceTrack track : before.tracks()) {
      if (track.shot() != null && !followed.contains(track.id())) {
        all.add(ClosedTrack.of(track));
      }
    }
    all.removeIf(track -> now - track.seen() > gap.toMillis() || now < track.seen());
    int surplus = surplus(all);
    all.subList(0, surplus).clear();
    List<ClosedTrack> asked = new ArrayList<>();
    all.replaceAll(
        track -> {
          if (now - track.asked() < asking.again().toMillis()) {
            return track;
          }
          ClosedTrack again = track.askingAgain(now);
          asked.add(again);
          return again;
        });
    return new Step(List.copyOf(all), asked, surplus);
  }

  /** How many of the first are to go so that the others are few and small enough. */
  private static int surplus(List<ClosedTrack> all) {
    long bytes = 0;
    for (int kept = 0; kept < all.size(); kept++) {
      bytes += all.get(all.size() - 1 - kept).shot().picture().jpeg().length;
      if (kept == MAX_TRACKS || bytes > MAX_BYTES) {
        return all.size() - kept;
      }
    }
    return 0;
  }
}
