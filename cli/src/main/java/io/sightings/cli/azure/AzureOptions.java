package io.sightings.cli.azure;

import io.sightings.azure.settings.AzureSettings;
import io.sightings.azure.settings.ResourceSettings;
import io.sightings.contract.settings.SettingsLoader;
import io.sightings.job.settings.JobSettings;
import io.sightings.toolkit.console.CommandFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Whether a command is about the people of Azure AI Face, and which resources. */
public final class AzureOptions {
  static final String ENDPOINT = "AZURE_FACE_ENDPOINT";
  static final String KEY = "AZURE_FACE_KEY";

  @Option(
      names = "--azure",
      description = {
        "The people of Azure AI Face instead of the local ones: of the resource at"
            + " $AZURE_FACE_ENDPOINT with the key $AZURE_FACE_KEY, or of those in --config."
      })
  private boolean azure;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "With --azure: the job's settings, whose block azure is used.")
  private Path config;

  /**
   * @throws CommandFailure if --config is given without --azure
   */
  public boolean chosen() {
    if (config != null && !azure) {
      throw CommandFailure.usage("--config is for --azure: add that, or leave it out.");
    }
    return azure;
  }

  /**
   * @throws CommandFailure if no resource is named
   */
  public AzureSettings settings() {
    return settings(System.getenv());
  }

  AzureSettings settings(Map<String, String> environment) {
    SettingsLoader loader = new SettingsLoader(environment);
    JobSettings defaults = JobSettings.defaults();
    AzureSettings settings =
        (config == null
                ? loader.parse("environment", "", defaults, List.of())
                : loader.load(config, defaults, List.of()))
            .azure();
    return configured(settings, environment);
  }

  /**
   * These settings, with the resource of the environment where they name none.
   *
   * @throws CommandFailure if that names none either
   */
  public AzureSettings configured(AzureSettings base, Map<String, String> environment) {
    AzureSettings settings = base.configured() ? base : ofEnvironment(base, environment);
    settings.resources().forEach(AzureOptions::requireKey);
    return settings;
  }

  private AzureSettings ofEnvironment(AzureSettings settings, Map<String, String> environment) {
    String endpoint = environment.getOrDefault(ENDPOINT, "").strip();
    if (endpoint.isEmpty()) {
      throw CommandFailure.environment(
          "No Face resource is named: set "
              + ENDPOINT
              + " to its endpoint, such as https://NAME.cognitiveservices.azure.com, and "
              + KEY
              + " to its key (both are shown in the Azure portal under Keys and Endpoint)"
              + (config == null ? "" : ", or azure.endpoint and azure.key in " + config)
              + ". To try it without a subscription: sightings azure-fake",
          null);
    }
    try {
      return settings.withResource(endpoint, environment.getOrDefault(KEY, ""));
    } catch (IllegalArgumentException e) { // which shows neither
      throw CommandFailure.usage(ENDPOINT + " or " + KEY + ": " + e.getMessage() + ".");
    }
  }

  /** Without a key there is Entra ID, which gives no token for what is not encrypted. */
  private static void requireKey(ResourceSettings resource) {
    boolean none = resource.key().isEmpty() && resource.keyFile().isEmpty();
    if (none && resource.endpoint().startsWith("http:")) {
      throw CommandFailure.environment(
          "There is no key for " + resource.endpoint() + ": set " + KEY + " to it.", null);
    }
  }
}
