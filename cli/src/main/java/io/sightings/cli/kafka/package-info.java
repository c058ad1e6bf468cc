/**
 * Options, clients and topic readers of the commands that use Kafka.
 *
 * <p>Knows no command.
 */
@NullMarked
package io.sightings.cli.kafka;

import org.jspecify.annotations.NullMarked;
