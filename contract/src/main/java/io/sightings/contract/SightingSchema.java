package io.sightings.contract;

import java.net.URL;
import java.util.Objects;

/** The JSON Schema (draft 2020-12) that every sighting on the topic and in the files fulfils. */
public final class SightingSchema {
  private static final String NAME = "sighting.schema.json";

  private SightingSchema() {}

  /** Where the schema is, on the class path. */
  public static URL resource() {
    return Objects.requireNonNull(SightingSchema.class.getResource(NAME), NAME);
  }
}
