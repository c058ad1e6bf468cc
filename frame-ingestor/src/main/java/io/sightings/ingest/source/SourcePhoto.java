package io.sightings.ingest.source;

import java.nio.file.Path;

/**
 * A photo of a source.
 *
 * @param subject its name within the source
 */
record SourcePhoto(Path file, String subject) {}
