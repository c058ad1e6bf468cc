/**
 * How the contract is written on Kafka topics: one {@link io.sightings.contract.codec.RecordCodec}
 * per topic, bound to its name in {@link io.sightings.contract.codec.SightingsTopics}. Metadata
 * travels in headers by the CloudEvents 1.0 Kafka binary mode; the same thing always gives the same
 * bytes; what cannot be read is a {@link io.sightings.contract.codec.MalformedMessageException}
 * that names the part at fault, and never any other exception.
 */
package io.sightings.contract.codec;
