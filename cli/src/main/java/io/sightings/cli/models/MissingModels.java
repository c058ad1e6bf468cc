package io.sightings.cli.models;

import io.sightings.engine.EngineSettings;
import io.sightings.engine.EngineUnavailableException;
import io.sightings.engine.embed.LbphEmbedder;
import io.sightings.engine.model.ModelEntry.Role;
import io.sightings.engine.model.ModelFiles;
import io.sightings.engine.model.fetch.ModelFetcher;
import io.sightings.toolkit.console.CommandConsole;
import java.util.Map;
import java.util.Set;

/** Fetches, on the first run, the networks that an engine lacks. */
public final class MissingModels {
  /** Set to 1, nothing is fetched. */
  static final String OFFLINE_VARIABLE = "SIGHTINGS_OFFLINE";

  private MissingModels() {}

  /** Whether the environment forbids to fetch. */
  static boolean offline(Map<String, String> environment) {
    return !Set.of("", "0", "false").contains(environment.getOrDefault(OFFLINE_VARIABLE, ""));
  }

  /**
   * Fetches what the settings ask for and what is not there. Where there is no source, the console
   * shows why, and the engine decides what to do without.
   */
  public static void fetch(EngineSettings settings, CommandConsole console) {
    if (settings.engine() == EngineSettings.Engine.OFFLINE || offline(System.getenv())) {
      return;
    }
    ModelFiles models = ModelFiles.in(settings.models());
    try (FetchPrinter printer = new FetchPrinter(console)) {
      ModelFetcher fetcher = new ModelFetcher(models, printer);
      fetch(models, fetcher, Role.DETECTOR, settings.detector().model());
      if (!settings.embedder().equals(LbphEmbedder.NAME)) {
        fetch(models, fetcher, Role.EMBEDDER, settings.embedder());
      }
    } catch (EngineUnavailableException e) {
      console.complain(e.getMessage());
    }
  }

  private static void fetch(ModelFiles models, ModelFetcher fetcher, Role role, String name) {
    if (!name.isEmpty()) {
      fetcher.fetch(models.entry(name));
    } else if (models.entries(role).stream().noneMatch(models::usable)) {
      fetcher.fetchBest(role);
    }
  }
}
