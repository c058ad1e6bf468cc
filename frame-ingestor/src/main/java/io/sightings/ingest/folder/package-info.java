/** Reads files for as long as the ingestor runs: recordings named once, and watched folders. */
package io.sightings.ingest.folder;
