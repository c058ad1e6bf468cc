package io.sightings.emulator.calls;

import io.sightings.emulator.wire.ApiOperation;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call, as it went.
 *
 * @param number counted from 1
 * @param operation asked for, where there is such a path
 * @param arrived when its head was read
 * @param ended when its answer was sent or its connection was dropped
 * @param status of the answer; 0 where none was sent
 * @param paid whether it counts against the rate and is charged
 * @param code of the error
 * @param fault that befell it
 * @param requestId the service's apim-request-id
 * @param clientRequestId the caller's client-request-id
 * @param bytes of the body
 */
@RecordBuilder
public record RecordedCall(
    long number,
    @Nullable ApiOperation operation,
    Instant arrived,
    @Nullable Instant ended,
    int status,
    boolean paid,
    @Nullable String code,
    @Nullable String fault,
    String requestId,
    @Nullable String clientRequestId,
    long bytes)
    implements RecordedCallBuilder.With {}
