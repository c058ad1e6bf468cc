/** What the sources are doing, for health, metrics and the terminal. */
package io.sightings.ingest.monitor;
