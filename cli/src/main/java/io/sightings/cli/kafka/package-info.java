/**
 * Options, clients and topic readers of the commands that use Kafka.
 *
 * <p>Knows no command.
 */
package io.sightings.cli.kafka;
