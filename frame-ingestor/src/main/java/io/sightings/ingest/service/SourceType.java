package io.sightings.ingest.service;

import io.sightings.ingest.settings.FileSettings;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.LiveSettings;
import io.sightings.ingest.settings.SourceSettings;
import java.util.List;
import java.util.Locale;

/**
 * The kinds of sources, named like their keys in the settings. A new kind needs a key in {@link
 * SourceSettings}, a constant here, and a {@link SourceFactory} that reads it.
 */
public enum SourceType {
  URL,
  DEVICE,
  PATH,
  WATCH,
  UPLOAD;

  public static SourceType of(SourceSettings source) {
    if (source.upload()) {
      return UPLOAD;
    }
    if (!source.url().isEmpty()) {
      return URL;
    }
    if (!source.device().isEmpty()) {
      return DEVICE;
    }
    return source.watch().isEmpty() ? PATH : WATCH;
  }

  /**
   * The settings besides those of the source itself that decide how it is read: a change of them
   * restarts the source.
   */
  List<Object> reading(IngestorSettings settings) {
    FileSettings files = settings.files().withParallel(1);
    return switch (this) {
      case URL, DEVICE -> List.of(withoutMemory(settings.live()));
      case PATH -> List.of(files);
      case WATCH, UPLOAD -> List.of(files, settings.folders());
    };
  }

  /** All streams share the memory, so a change of it opens none of them again. */
  private static LiveSettings withoutMemory(LiveSettings live) {
    return live.withBufferBytes(LiveSettings.defaults().bufferBytes());
  }

  /** The key. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
