package io.sightings.scenes;

import java.time.Instant;

/**
 * One visit of one person, as an ideal observer who needs a face in full view would report it.
 *
 * @param known whether the person was enrolled
 * @param firstSecond when the face was first in full view, in seconds of the scene
 * @param lastSecond when it was last in full view
 * @param firstSeen the same as capture time
 * @param frames in how many frames it was in full view
 */
public record TrueVisit(
    String person,
    boolean known,
    double firstSecond,
    double lastSecond,
    Instant firstSeen,
    Instant lastSeen,
    int frames) {}
