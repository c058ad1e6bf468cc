/** How far the runs of files are, kept on disk, so that they resume after whatever has happened. */
package io.sightings.ingest.progress;
