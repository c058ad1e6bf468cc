package io.sightings.emulator.people;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A group as it is kept in a file, without its people.
 *
 * @param name the caller's
 * @param userData the caller's; null where none was given
 * @param recognitionModel of all its faces
 * @param training the last one; null before the first
 * @param lastSuccess when a training last succeeded; null where none has
 * @param known ids of the faces of each person that the last successful training learned
 * @param learning likewise of the training that is running
 */
record StoredGroup(
    String name,
    String userData,
    String recognitionModel,
    TrainingRun training,
    Instant lastSuccess,
    @Nullable Map<String, List<String>> known,
    @Nullable Map<String, List<String>> learning) {}
