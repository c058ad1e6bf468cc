/** Encoded video as RTP packets. */
package io.sightings.cameras.rtp;
