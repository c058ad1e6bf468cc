/** Encoded video as an MPEG transport stream. */
package io.sightings.lab.ts;
