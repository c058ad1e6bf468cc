/** Counts the attempts at each frame across deaths of processes, and tells which frame kills. */
package io.sightings.job.quarantine;
