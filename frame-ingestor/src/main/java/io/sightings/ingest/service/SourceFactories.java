package io.sightings.ingest.service;

import io.sightings.ingest.settings.SourceSettings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes what reads each kind of source.
 *
 * @param live urls and devices
 * @param path videos, photos and folders read once
 * @param watch folders into which files are dropped
 * @param upload what comes by HTTP
 */
public record SourceFactories(
    SourceFactory live, SourceFactory path, SourceFactory watch, SourceFactory upload) {

  SourceFactory of(SourceSettings source) {
    return switch (SourceType.of(source)) {
      case URL, DEVICE -> live;
      case PATH -> path;
      case WATCH -> watch;
      case UPLOAD -> upload;
    };
  }

  /** Each once, even if it makes several kinds. */
  Set<SourceFactory> all() {
    return new LinkedHashSet<>(List.of(live, path, watch, upload));
  }
}
