package io.sightings.cli.demo;

import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import java.time.Instant;
import java.util.Locale;

/** Sightings for tests. */
final class SampleSightings {
  static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private SampleSightings() {}

  /** A known person's visit at the door, from noon, a frame each second. */
  static Sighting known(String id, int revision, SightingStatus status, String name, int frames) {
    return visit(
        id,
        revision,
        status,
        new Sighting.Who(name.toLowerCase(Locale.ROOT), name, true),
        frames,
        null);
  }

  static Sighting stranger(String id, int revision, SightingStatus status, int frames) {
    return visit(
        id, revision, status, new Sighting.Who("unknown-" + id, null, false), frames, null);
  }

  static Sighting merged(Sighting sighting, String into) {
    return visit(
        sighting.id(),
        sighting.revision() + 1,
        SightingStatus.MERGED,
        sighting.person(),
        sighting.frames(),
        into);
  }

  /** The same visit at another time. */
  static Sighting later(Sighting s, long seconds) {
    return new Sighting(
        s.id(),
        s.revision(),
        s.status(),
        s.mergedInto(),
        s.source(),
        s.person(),
        s.firstSeen().plusSeconds(seconds),
        s.lastSeen().plusSeconds(seconds),
        s.frames(),
        s.judged(),
        s.agreeing(),
        s.similarity(),
        s.falseMatchRate(),
        s.runnerUp(),
        s.threshold(),
        s.model(),
        s.galleryVersion(),
        s.bestShot(),
        s.inquiry());
  }

  private static Sighting visit(
      String id, int revision, SightingStatus status, Sighting.Who who, int frames, String into) {
    return new Sighting(
        id,
        revision,
        status,
        into,
        SourceInfo.of("door", SourceKind.VIDEO),
        who,
        NOON,
        NOON.plusSeconds(frames - 1L),
        frames,
        frames,
        who.known() ? frames : 0,
        who.known() ? 0.83 : null,
        null,
        null,
        0.4,
        "model",
        "gallery",
        null,
        null);
  }
}
