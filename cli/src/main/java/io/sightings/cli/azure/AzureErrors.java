package io.sightings.cli.azure;

import io.sightings.azure.call.FaceResources;
import io.sightings.azure.call.ResourceLease;
import io.sightings.azure.client.FaceErrorKind;
import io.sightings.azure.client.FaceException;
import io.sightings.azure.enrol.EnrolmentException;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.toolkit.console.CommandFailure;
import java.util.Locale;

/** What goes wrong with the service, as the command line says it. */
public final class AzureErrors {

  private AzureErrors() {}

  /**
   * @throws CommandFailure if a key would travel in the clear
   */
  public static ResourceLease open(AzureSettings settings) {
    try {
      return FaceResources.acquire(settings);
    } catch (IllegalStateException e) {
      throw CommandFailure.usage(e.getMessage());
    }
  }

  public static CommandFailure of(FaceException e) {
    String keyless =
        e.fault() == FaceErrorKind.WRONG_TOKEN
            ? " Or set " + AzureOptions.KEY + " to the resource's key."
            : "";
    return CommandFailure.environment(capital(e.getMessage()) + keyless, e);
  }

  public static CommandFailure of(EnrolmentException e) {
    return CommandFailure.environment(e.getMessage(), e);
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
