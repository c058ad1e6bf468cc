package io.sightings.cli.ingest;

import io.sightings.ingest.settings.IngestorSettings;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Where settings come from.
 *
 * @param path null where they come from the command line alone
 * @param loader reads them again, with what the command line says otherwise
 */
record SettingsFile(Path path, Supplier<IngestorSettings> loader) {}
