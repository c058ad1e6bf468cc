/** Runs sources beside each other, so that none delays or fails another, and reports on each. */
package io.sightings.ingest.supervise;
