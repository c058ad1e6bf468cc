/** The ingestor that runs for months: its sources come and go, and none delays another. */
package io.sightings.ingest.service;
