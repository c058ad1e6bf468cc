/**
 * What sources are doing and what became of their frames, for health, metrics and the terminal.
 * What acts on it does not enter.
 */
@NullMarked
package io.sightings.ingest.monitor;

import org.jspecify.annotations.NullMarked;
