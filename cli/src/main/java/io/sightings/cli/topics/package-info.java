/**
 * Creates and describes the topics.
 *
 * <p>Reads and writes no record.
 */
package io.sightings.cli.topics;
