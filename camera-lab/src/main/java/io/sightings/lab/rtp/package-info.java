/** Encoded video as RTP packets. */
package io.sightings.lab.rtp;
