/** Decides which frames are taken. Native code does not enter. */
@NullMarked
package io.sightings.ingest.sample;

import org.jspecify.annotations.NullMarked;
