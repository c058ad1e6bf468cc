package io.sightings.emulator.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What faceIds stand for, until they expire. */
public final class TransientFaces {
  private static final int SWEEP_EVERY = 256;

  private final InstantSource clock;
  private final GuidGenerator ids;
  private final Map<String, TransientFace> faces = new HashMap<>();
  private int added;

  public TransientFaces(InstantSource clock, GuidGenerator ids) {
    this.clock = clock;
    this.ids = ids.split();
  }

  /** The faceId. */
  public synchronized String add(
      float @Nullable [] feature, String recognitionModel, Duration timeToLive) {
    Instant now = clock.instant();
    if (++added % SWEEP_EVERY == 0) {
      sweep(now);
    }
    String id = ids.next();
    faces.put(id, new TransientFace(feature, recognitionModel, now.plus(timeToLive)));
    return id;
  }

  /** Empty where it was never given out, or has expired. */
  public synchronized Optional<TransientFace> get(String faceId) {
    Instant now = clock.instant();
    return Optional.ofNullable(faces.get(faceId)).filter(face -> now.isBefore(face.expires()));
  }

  /** How many have not expired. */
  public synchronized int count() {
    sweep(clock.instant());
    return faces.size();
  }

  public synchronized void clear() {
    faces.clear();
  }

  private void sweep(Instant now) {
    faces.values().removeIf(face -> !now.isBefore(face.expires()));
  }

  /**
   * A face that detect has seen.
   *
   * @param feature null where the face could not be judged: it is like nobody
   * @param recognitionModel that the caller asked for
   * @param expires when it is forgotten
   */
  public record TransientFace(
      float @Nullable [] feature, String recognitionModel, Instant expires) {}
}
