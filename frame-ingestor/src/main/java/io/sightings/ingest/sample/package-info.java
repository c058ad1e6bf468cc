/** Which frames are taken. */
package io.sightings.ingest.sample;
