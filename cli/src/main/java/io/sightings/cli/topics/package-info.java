/**
 * Creates and describes the topics.
 *
 * <p>Reads and writes no record.
 */
@NullMarked
package io.sightings.cli.topics;

import org.jspecify.annotations.NullMarked;
