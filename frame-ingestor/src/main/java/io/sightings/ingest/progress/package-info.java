/** How far the runs of files are, kept on disk, so that they resume after whatever has happened. */
@NullMarked
package io.sightings.ingest.progress;

import org.jspecify.annotations.NullMarked;
