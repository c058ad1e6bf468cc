/**
 * Follows the sightings topic and prints one line per revision.
 *
 * <p>Writes to no topic.
 */
package io.sightings.cli.watch;
