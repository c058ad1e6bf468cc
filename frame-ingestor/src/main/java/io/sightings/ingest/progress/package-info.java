/** How far the runs of files are, kept on disk, so that they resume after any crash. */
@NullMarked
package io.sightings.ingest.progress;

import org.jspecify.annotations.NullMarked;
