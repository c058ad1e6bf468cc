/** Encoded video as RTP packets. */
@NullMarked
package io.sightings.cameras.rtp;

import org.jspecify.annotations.NullMarked;
