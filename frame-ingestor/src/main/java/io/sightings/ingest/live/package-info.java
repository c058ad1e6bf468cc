/** Cameras and other streams, followed day and night: none delays another, and each comes back. */
package io.sightings.ingest.live;
