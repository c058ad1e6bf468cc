package io.sightings.ingest.service;

import io.sightings.contract.image.ImageLimits;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SampleSettings;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.ingest.source.SourceIdGenerator;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A source and all that decides how it is read: while that stays equal, it keeps running.
 *
 * @param id of its monitor
 * @param source as the user has described it
 * @param sample what is taken of it
 * @param image the bounds of its pictures
 * @param reading further settings that matter for its kind
 */
record SourcePlan(
    String id,
    SourceSettings source,
    SampleSettings sample,
    ImageLimits image,
    List<Object> reading) {

  /** All sources there shall be, by their ids and in their order. */
  static Map<String, SourcePlan> of(IngestorSettings settings) {
    Map<String, SourcePlan> plans = new LinkedHashMap<>();
    SourceIdGenerator ids = new SourceIdGenerator();
    // First those with ids of their own, so that no other takes them.
    for (SourceSettings source : settings.sources()) {
      if (!source.id().isEmpty()) {
        ids.reserve(source.id());
        plans.put(source.id(), plan(source.id(), source, settings));
      }
    }
    for (SourceSettings source : settings.sources()) {
      if (source.id().isEmpty()) {
        String id = ids.from(fileName(source.path()));
        plans.put(id, plan(id, source, settings));
      }
    }
    return plans;
  }

  private static SourcePlan plan(String id, SourceSettings source, IngestorSettings settings) {
    List<Object> reading = SourceType.of(source).reading(settings);
    return new SourcePlan(id, source, settings.sampleOf(source), settings.image(), reading);
  }

  private static String fileName(String path) {
    try {
      String name = String.valueOf(Path.of(path).toAbsolutePath().normalize().getFileName());
      int dot = name.lastIndexOf('.');
      return dot > 0 ? name.substring(0, dot) : name;
    } catch (InvalidPathException notAPath) {
      // The reader reports the fault; until then the source needs a name.
      return path;
    }
  }

  /** Without what opens it. */
  @Override
  public String toString() {
    return "SourcePlan[" + id + "]";
  }
}
