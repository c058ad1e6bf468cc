package io.sightings.contract;

import org.jspecify.annotations.Nullable;

/**
 * A frame that could not be analysed, as it came.
 *
 * @param original key, value and headers as received, so that it can be replayed
 * @param reason why
 * @param detail one sentence about what was wrong with this one
 * @param topic the topic it was on; may be null
 * @param partition the partition it was on; -1 where it is not known
 * @param offset its position there; -1 where it is not known
 */
public record RejectedFrame(
    KafkaMessage original,
    RejectReason reason,
    @Nullable String detail,
    @Nullable String topic,
    int partition,
    long offset) {}
