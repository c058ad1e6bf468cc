package io.sightings.contract;

import io.sightings.contract.codec.Message;

/**
 * A frame that could not be analysed, as it came.
 *
 * @param original key, value and headers as received, so that it can be replayed
 * @param reason why
 * @param detail one sentence about what was wrong with this one
 * @param topic the topic it was on
 * @param partition the partition it was on
 * @param offset its position there
 */
public record RejectedFrame(
    Message original,
    RejectReason reason,
    String detail,
    String topic,
    int partition,
    long offset) {}
