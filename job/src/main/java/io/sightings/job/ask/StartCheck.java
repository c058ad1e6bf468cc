package io.sightings.job.ask;

import io.sightings.engine.azure.identify.AzureIdentifier;
import io.sightings.engine.azure.identify.GroupCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says at the start whether the service can name anybody. It holds up nothing: whatever is wrong is
 * on every sighting, too, and may be mended while the job runs.
 */
final class StartCheck {
  private static final Logger LOG = LoggerFactory.getLogger(StartCheck.class);

  private StartCheck() {}

  static void begin(AzureIdentifier service) {
    service.check().thenAccept(results -> results.forEach(StartCheck::say));
  }

  private static void say(GroupCheck.Result result) {
    if (result.trouble() == null) {
      LOG.info("{} is ready to identify", result.resource());
    } else {
      LOG.warn("{} can name nobody: {}", result.resource(), result.text());
    }
  }
}
