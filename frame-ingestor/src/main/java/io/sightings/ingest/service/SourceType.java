package io.sightings.ingest.service;

import io.sightings.ingest.settings.SourceSettings;
import java.util.Locale;

/** What a source is, called after the key that says so. */
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

  /** The key. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
