package io.sightings.job.sighting;

import io.sightings.contract.Sighting.BestShot;
import java.time.Duration;
import java.util.List;

/**
 * One person's visit to one source, so far.
 *
 * @param id of its sighting
 * @param first its first face, in milliseconds of the source's clock
 * @param last its last face, likewise
 * @param frames it was seen in
 * @param tracks that belong to it, those seen within the gap
 * @param near tracks it may well continue, because they ended close to where it began
 * @param evidence who it may be
 * @param personId who it is; null while it is nobody known
 * @param strangerId what it is called while it has no name; null before it is published
 * @param looks its best faces
 * @param company who was seen in one frame with it
 * @param bestShot its clearest judged face; null before the first
 * @param published what was said of it
 */
public record Visit(
    String id,
    long first,
    long last,
    int frames,
    List<TrackRef> tracks,
    List<String> near,
    Evidence evidence,
    String personId,
    String strangerId,
    List<Look> looks,
    Company company,
    BestShot bestShot,
    Published published) {

  /** Tracks live for seconds: of those near to a visit's many parts, the last ones are enough. */
  private static final int MOST_NEAR = 20;

  static Visit begin(String id, long now, List<String> near) {
    return new Visit(
        id,
        now,
        now,
        0,
        List.of(),
        near,
        Evidence.NONE,
        null,
        null,
        List.of(),
        Company.NONE,
        null,
        Published.NOTHING);
  }

  boolean isPublished() {
    return published.revision() > 0;
  }

  /** Who it is said to be, by name or as a stranger; null if nobody yet. */
  String whose() {
    return personId != null ? personId : strangerId;
  }

  /** Whether both may be one visit: never both out of sight for longer than the gap. */
  boolean isNear(Visit other, Duration gap) {
    return Math.max(first, other.first) - Math.min(last, other.last) <= gap.toMillis();
  }

  /** What speaks for the name it has; null if it has none. */
  Support naming() {
    return personId == null ? null : evidence.supportFor(personId);
  }

  Visit seen(long now, List<TrackRef> nowTracks) {
    return new Visit(
        id,
        first,
        now,
        frames + 1,
        nowTracks,
        near,
        evidence,
        personId,
        strangerId,
        looks,
        company,
        bestShot,
        published);
  }

  Visit judged(Evidence face, List<Look> nowLooks, BestShot nowBest) {
    return new Visit(
        id,
        first,
        last,
        frames,
        tracks,
        near,
        evidence.and(face),
        personId,
        strangerId,
        nowLooks,
        company,
        nowBest,
        published);
  }

  Visit withPerson(String id) {
    return new Visit(
        this.id,
        first,
        last,
        frames,
        tracks,
        near,
        evidence,
        id,
        strangerId,
        looks,
        company,
        bestShot,
        published);
  }

  Visit withStranger(String id) {
    return new Visit(
        this.id, first, last, frames, tracks, near, evidence, personId, id, looks, company,
        bestShot, published);
  }

  Visit withTracks(List<TrackRef> others) {
    return new Visit(
        id,
        first,
        last,
        frames,
        others,
        near,
        evidence,
        personId,
        strangerId,
        looks,
        company,
        bestShot,
        published);
  }

  Visit withCompany(Company others) {
    return new Visit(
        id,
        first,
        last,
        frames,
        tracks,
        near,
        evidence,
        personId,
        strangerId,
        looks,
        others,
        bestShot,
        published);
  }

  Visit withPublished(Published now) {
    return new Visit(
        id,
        first,
        last,
        frames,
        tracks,
        near,
        evidence,
        personId,
        strangerId,
        looks,
        company,
        bestShot,
        now);
  }

  /** This visit with another one that turned out to be the same person's. */
  Visit absorbing(Visit other) {
    return new Visit(
        id,
        Math.min(first, other.first),
        Math.max(last, other.last),
        frames + other.frames,
        Lists.union(tracks, other.tracks),
        Lists.latest(near, other.near, MOST_NEAR),
        evidence.and(other.evidence),
        personId != null ? personId : other.personId,
        strangerId != null ? strangerId : other.strangerId,
        Looks.joined(looks, other.looks),
        company.and(other.company),
        better(bestShot, other.bestShot),
        published);
  }

  static BestShot better(BestShot a, BestShot b) {
    return a == null || (b != null && b.quality() > a.quality()) ? b : a;
  }
}
