package io.sightings.ingest.http.upload;

import io.sightings.ingest.monitor.SourceMonitors;
import io.sightings.ingest.publish.FramePublisher;
import io.sightings.ingest.settings.SourceSettings;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the server stands in front of. All of it is asked with every request, by several threads.
 *
 * @param sources the source of an id, as it is declared now
 * @param kafka where pictures go
 * @param monitors what the sources are doing; uploads are told to them too
 * @param version of the product
 * @param problem why the ingestor cannot work now, in one sentence without credentials; empty if it
 *     can
 */
public record IngestBackend(
    Function<String, Optional<SourceSettings>> sources,
    FramePublisher kafka,
    SourceMonitors monitors,
    String version,
    Supplier<Optional<String>> problem) {}
