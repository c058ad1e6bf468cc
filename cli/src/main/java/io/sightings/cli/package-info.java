/**
 * The entry point of ./sightings and its top-level command.
 *
 * <p>Holds no work of its own: a command lives in the package of its subject.
 */
@NullMarked
package io.sightings.cli;

import org.jspecify.annotations.NullMarked;
