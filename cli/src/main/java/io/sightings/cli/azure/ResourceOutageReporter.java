package io.sightings.cli.azure;

import io.sightings.azure.call.FaceResource;
import io.sightings.azure.call.ResourceAvailability;
import io.sightings.toolkit.console.CommandConsole;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Says why nothing goes on while a resource is away, and when it is back. */
final class ResourceOutageReporter implements AutoCloseable {
  private static final long EVERY_SECONDS = 2;

  private final FaceResource resource;
  private final CommandConsole console;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "outage-watch");
            made.setDaemon(true);
            return made;
          });
  private @Nullable Instant said;

  ResourceOutageReporter(FaceResource resource, CommandConsole console) {
    this.resource = resource;
    this.console = console;
    thread.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void look() {
    ResourceAvailability now = resource.availability();
    if (now.available()) {
      if (said != null) {
        console.say(resource.name() + " is back.");
      }
      said = null;
    } else if (!Objects.equals(now.since(), said)) {
      said = now.since();
      console.complain(
          resource.name() + " fails; it is waited for, Ctrl-C ends that: " + now.text());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
