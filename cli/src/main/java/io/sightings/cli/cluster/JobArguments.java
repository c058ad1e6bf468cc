package io.sightings.cli.cluster;

import io.sightings.contract.settings.SettingsLoader;
import io.sightings.job.settings.JobSettings;
import io.sightings.toolkit.console.CommandFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the job's main method is told: the user's file and settings, and where this cluster differs
 * from them.
 *
 * @param settings as the job will read them
 */
record JobArguments(List<String> arguments, JobSettings settings) {

  /**
   * @param config the settings file
   * @param overrides key=value
   * @param bootstrap of the cluster's broker
   * @param results where files go if the settings do not say
   * @throws io.sightings.contract.settings.SettingsException if anything in them cannot be used:
   *     now, not when everything has been started
   */
  static JobArguments of(Path config, List<String> overrides, String bootstrap, Path results) {
    if (!Files.isRegularFile(config)) {
      throw CommandFailure.usage("--config " + config + ": there is no such file.");
    }
    SettingsLoader loader = new SettingsLoader(System.getenv());
    List<String> all = new ArrayList<>(overrides);
    all.add("kafka.bootstrap=" + bootstrap);
    JobSettings said = loader.load(config, JobSettings.defaults(), all);
    if (said.files().path().isEmpty()) {
      all.add("files.path=" + results.toUri());
    }
    JobSettings settings = loader.load(config, JobSettings.defaults(), all);
    List<String> arguments = new ArrayList<>();
    arguments.add("--config");
    arguments.add(config.toAbsolutePath().toString());
    all.forEach(
        override -> {
          arguments.add("--set");
          arguments.add(override);
        });
    return new JobArguments(List.copyOf(arguments), settings);
  }
}
