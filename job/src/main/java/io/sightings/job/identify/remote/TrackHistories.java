package io.sightings.job.identify.remote;

import io.sightings.contract.SourceKind;
import io.sightings.job.settings.RemoteIdentifySettings;
import io.sightings.job.track.IdentifyRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was asked about the tracks seen last. Used by one thread. */
final class TrackHistories {
  /** More tracks than cameras have at once; an evicted track costs one more request. */
  private static final int MAX_TRACKS = 10_000;

  private final RemoteIdentifySettings settings;
  private final Map<String, TrackHistory> tracks =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TrackHistory> eldest) {
          return size() > MAX_TRACKS;
        }
      };

  TrackHistories(RemoteIdentifySettings settings) {
    this.settings = settings;
  }

  TrackHistory of(IdentifyRequest question) {
    // A photo's face is seen once.
    return question.source().kind() == SourceKind.IMAGE
        ? new TrackHistory(settings)
        : tracks.computeIfAbsent(question.track(), track -> new TrackHistory(settings));
  }
}
