/**
 * Follows the sightings topic and prints one line per revision.
 *
 * <p>Writes to no topic.
 */
@NullMarked
package io.sightings.cli.watch;

import org.jspecify.annotations.NullMarked;
