package io.sightings.toolkit.audit;

import io.sightings.contract.Sighting;
import java.time.Instant;

/**
 * A line of a finished file.
 *
 * @param written when its file was last written to
 */
public record SightingFileEntry(Sighting sighting, Instant written) {}
