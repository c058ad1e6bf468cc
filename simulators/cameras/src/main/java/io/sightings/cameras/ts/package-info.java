/** Encoded video as an MPEG transport stream. */
@NullMarked
package io.sightings.cameras.ts;

import org.jspecify.annotations.NullMarked;
