package io.sightings.ingest;

import io.sightings.ingest.monitor.FrameCounts;
import io.sightings.ingest.monitor.SourceReport;
import java.time.Duration;
import java.util.List;

/**
 * How a run of the ingestor ended.
 *
 * @param sources in the order their inputs were named
 * @param skippedFiles files in folders that are neither photos nor videos
 * @param took how long it all took
 */
public record IngestReport(List<SourceReport> sources, int skippedFiles, Duration took) {

  public FrameCounts totals() {
    return sources.stream().map(SourceReport::counts).reduce(FrameCounts.NONE, FrameCounts::plus);
  }

  public List<SourceReport> failures() {
    return sources.stream().filter(SourceReport::failed).toList();
  }
}
