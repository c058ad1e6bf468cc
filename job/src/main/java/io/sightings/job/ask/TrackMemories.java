package io.sightings.job.ask;

import io.sightings.contract.SourceKind;
import io.sightings.job.settings.AskSettings;
import io.sightings.job.track.Question;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was asked about the tracks seen last. Used by one thread. */
final class TrackMemories {
  /** More than cameras have at once; whoever is forgotten costs a question more. */
  private static final int MOST = 10_000;

  private final AskSettings settings;
  private final Map<String, TrackMemory> tracks =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TrackMemory> eldest) {
          return size() > MOST;
        }
      };

  TrackMemories(AskSettings settings) {
    this.settings = settings;
  }

  TrackMemory of(Question question) {
    // A photo's face is seen once.
    return question.source().kind() == SourceKind.IMAGE
        ? new TrackMemory(settings)
        : tracks.computeIfAbsent(question.track(), track -> new TrackMemory(settings));
  }
}
