package io.sightings.cli.azure;

import io.sightings.cli.console.Failure;
import io.sightings.engine.azure.call.FaceResources;
import io.sightings.engine.azure.call.ResourceLease;
import io.sightings.engine.azure.client.FaceException;
import io.sightings.engine.azure.client.FaceFault;
import io.sightings.engine.azure.enrol.EnrolException;
import io.sightings.engine.azure.settings.AzureSettings;
import java.util.Locale;

/** What goes wrong with the service, as the command line says it. */
public final class AzureTrouble {

  private AzureTrouble() {}

  /**
   * @throws Failure if a key would travel in the clear
   */
  public static ResourceLease open(AzureSettings settings) {
    try {
      return FaceResources.acquire(settings);
    } catch (IllegalStateException e) {
      throw Failure.usage(e.getMessage());
    }
  }

  public static Failure of(FaceException e) {
    String keyless =
        e.fault() == FaceFault.WRONG_TOKEN
            ? " Or set " + AzureOptions.KEY + " to the resource's key."
            : "";
    return Failure.environment(capital(e.getMessage()) + keyless, e);
  }

  public static Failure of(EnrolException e) {
    return Failure.environment(e.getMessage(), e);
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
