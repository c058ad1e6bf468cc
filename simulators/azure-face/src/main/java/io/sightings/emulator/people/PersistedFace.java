package io.sightings.emulator.people;

import org.jspecify.annotations.Nullable;

/**
 * A face somebody is known by. No picture of it is kept.
 *
 * @param id a GUID
 * @param userData the caller's
 * @param feature null where the face could not be judged: it is like nobody
 */
public record PersistedFace(String id, @Nullable String userData, float @Nullable [] feature) {

  PersistedFace withUserData(@Nullable String other) {
    return new PersistedFace(id, other, feature);
  }
}
