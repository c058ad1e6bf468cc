package io.sightings.ingest.monitor;

import io.sightings.contract.CaptureClock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a source is doing, and has done since the ingestor was started. Holds no credentials.
 *
 * @param type url, device, path, watch or upload
 * @param since when it began to do that
 * @param picture codec, size and rate in words
 * @param clock whose clock its frames go by
 * @param lastFrame when a picture was last read, by the ingestor's clock
 * @param fps pictures read per second, over the last seconds
 * @param read pictures decoded, or photos looked at
 * @param sampled those taken to be published
 * @param published those that have arrived in Kafka
 * @param dropped sampled ones given up because Kafka was slow or away
 * @param rejected those that could not be used
 * @param expired rejected uploads that were deleted
 * @param bytes of what has arrived
 * @param reconnects how often a stream was reopened
 * @param gaps how often it was blind
 * @param quarantined files put away, and times it was left out, as they ended the ingestor
 * @param unexpected exceptions caught that no code provides for
 * @param lastError in words
 */
public record SourceStatus(
    String id,
    String type,
    SourceState state,
    Instant since,
    @Nullable String picture,
    @Nullable CaptureClock clock,
    @Nullable Instant lastFrame,
    double fps,
    long read,
    long sampled,
    long published,
    long dropped,
    long rejected,
    long expired,
    long bytes,
    long reconnects,
    long gaps,
    long quarantined,
    long unexpected,
    @Nullable String lastError,
    @Nullable Instant lastErrorAt) {}
