/** Encoded video as an MPEG transport stream. */
package io.sightings.cameras.ts;
