package io.sightings.job.track;

import io.sightings.contract.FaceBox;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Which face continues which track: the nearest pairs first, by the distance between where a face
 * is and where its track should be by now, in widths of the face.
 */
final class TrackAssociation {
  /** A face that grew or shrank by more than this from one frame to the next is another one. */
  private static final double MAX_GROWTH = 1.8;

  /** So many times the reach is near: a person who vanishes behind another reappears close by. */
  private static final double NEAR = 3;

  /** A pair that is not better than its rival by this much, in widths of the face, is a guess. */
  private static final double CLEAR = 0.5;

  /** Index of the track each face continues; -1 for none. */
  final int[] trackOf;

  /**
   * Whether each track ends here: a face continues it, but it is ambiguous which. It must not wait,
   * or it would make the next frame's faces doubtful too, and so on for ever.
   */
  final boolean[] lost;

  /**
   * Whether motion alone says that each face continues its track: little time has passed, and no
   * other track is close. Otherwise another person may stand where this one was expected.
   */
  final boolean[] certain;

  /** People do not change places within this time. */
  private static final long CERTAIN_MILLIS = 150;

  /**
   * Within this distance of another track, in widths of the face, a face may be that one's: people
   * cross. Those who only stand side by side are farther apart.
   */
  private static final double CROSSING = 1;

  private final List<FaceBox> faces;
  private final List<FaceTrack> tracks;
  private final long now;
  private final double reach;

  private record Pair(int face, int track, double cost) {}

  TrackAssociation(List<FaceBox> faces, List<FaceTrack> tracks, long now, double reach) {
    this.faces = faces;
    this.tracks = tracks;
    this.now = now;
    this.reach = reach;
    trackOf = new int[faces.size()];
    Arrays.fill(trackOf, -1);
    lost = new boolean[tracks.size()];
    certain = new boolean[faces.size()];
    List<Pair> pairs = new ArrayList<>();
    for (int f = 0; f < faces.size(); f++) {
      for (int t = 0; t < tracks.size(); t++) {
        double cost = cost(faces.get(f), tracks.get(t), now);
        if (cost <= reach) {
          pairs.add(new Pair(f, t, cost));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::cost));
    boolean[] taken = new boolean[tracks.size()];
    for (Pair pair : pairs) {
      if (trackOf[pair.face] < 0 && !taken[pair.track]) {
        taken[pair.track] = true;
        lost[pair.track] = doubtful(pair, pairs);
        if (!lost[pair.track]) {
          trackOf[pair.face] = pair.track;
          certain[pair.face] = isCertain(pair);
        }
      }
    }
  }

  /** Ids of the tracks that no other face continues and that this face may continue. */
  List<String> near(int face) {
    List<String> near = new ArrayList<>();
    for (int t = 0; t < tracks.size(); t++) {
      int track = t;
      boolean goesOn =
          trackOf[face] != t && Arrays.stream(trackOf).anyMatch(taken -> taken == track);
      if (!goesOn && cost(faces.get(face), tracks.get(t), now) <= reach * NEAR) {
        near.add(tracks.get(t).id());
      }
    }
    return List.copyOf(near);
  }

  /**
   * Two people passing each other could swap their tracks. A guess is not taken: the face starts a
   * new track, and who it is is asked again.
   */
  private static boolean doubtful(Pair chosen, List<Pair> pairs) {
    for (Pair other : pairs) {
      boolean rival = (other.face == chosen.face) != (other.track == chosen.track);
      if (rival && other.cost - chosen.cost < CLEAR) {
        return true;
      }
    }
    return false;
  }

  private boolean isCertain(Pair pair) {
    if (now - tracks.get(pair.track).seen() > CERTAIN_MILLIS) {
      return false;
    }
    for (int t = 0; t < tracks.size(); t++) {
      if (t != pair.track && cost(faces.get(pair.face), tracks.get(t), now) <= CROSSING) {
        return false;
      }
    }
    return true;
  }

  private static double cost(FaceBox face, FaceTrack track, long now) {
    double size = (face.size() + track.box().size()) / 2;
    double growth = Math.abs(Math.log(face.size() / track.box().size()));
    if (growth > Math.log(MAX_GROWTH)) {
      return Double.POSITIVE_INFINITY;
    }
    double seconds = (now - track.seen()) / 1000.0;
    double dx = face.centreX() - track.box().centreX() - track.speedX() * seconds;
    double dy = face.centreY() - track.box().centreY() - track.speedY() * seconds;
    return Math.hypot(dx, dy) / size + growth;
  }
}
