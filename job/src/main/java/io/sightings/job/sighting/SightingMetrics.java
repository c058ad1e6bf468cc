package io.sightings.job.sighting;

import io.sightings.contract.Sighting;
import io.sightings.job.metrics.StageTimer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** What became of the visits. */
final class SightingMetrics {
  private final Counter opened;
  private final Counter closed;
  private final Counter merged;
  private final Counter revisions;
  private final Counter tooBrief;
  private final Counter unjudged;
  private final Counter alerts;
  private final Counter silences;
  private final StageTimer timer;

  SightingMetrics(MetricGroup group) {
    opened = group.counter("sightingsOpened");
    closed = group.counter("sightingsClosed");
    merged = group.counter("sightingsMerged");
    revisions = group.counter("sightingRevisions");
    tooBrief = group.counter("visitsTooBrief");
    unjudged = group.counter("photoFacesUnjudged");
    alerts = group.counter("alertsRaised");
    silences = group.counter("sourcesSilent");
    timer = new StageTimer(group, "sighting");
  }

  void published(Sighting sighting) {
    revisions.inc();
    if (sighting.revision() == 1) {
      opened.inc();
    }
    switch (sighting.status()) {
      case CLOSED -> closed.inc();
      case MERGED -> merged.inc();
      case OPEN -> {
        // Counted when it was first published.
      }
    }
  }

  void tooBrief() {
    tooBrief.inc();
  }

  void unjudged() {
    unjudged.inc();
  }

  void alert() {
    alerts.inc();
  }

  void took(long nanos) {
    timer.took(nanos);
  }

  void silence() {
    silences.inc();
  }
}
