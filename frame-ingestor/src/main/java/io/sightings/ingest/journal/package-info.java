/**
 * What is being read, kept on disk while it is, so that an ingestor that native code has ended
 * knows by what.
 */
@NullMarked
package io.sightings.ingest.journal;

import org.jspecify.annotations.NullMarked;
