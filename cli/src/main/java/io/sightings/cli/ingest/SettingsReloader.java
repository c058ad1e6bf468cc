package io.sightings.cli.ingest;

import io.sightings.ingest.RunningIngestor;
import io.sightings.ingest.service.ConfigWatch;
import io.sightings.ingest.service.SettingsChanges;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.toolkit.console.CommandConsole;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sun.misc.Signal;

/**
 * Follows the settings: when their file changes, and on SIGHUP. The signal also has tried again
 * what failed, even for good, because the sender may have repaired the camera.
 */
final class SettingsReloader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsReloader.class);

  private final RunningIngestor ingestor;
  private final CommandConsole console;
  private @Nullable ConfigWatch watch;

  private SettingsReloader(RunningIngestor ingestor, CommandConsole console) {
    this.ingestor = ingestor;
    this.console = console;
  }

  static SettingsReloader of(SettingsFile file, RunningIngestor ingestor, CommandConsole console) {
    SettingsReloader reloading = new SettingsReloader(ingestor, console);
    if (file.path() != null) {
      reloading.watch =
          ConfigWatch.start(
              file.path(),
              file.loader(),
              reloading::use,
              fault -> console.complain(fault + " The settings stay as they were."));
    }
    try {
      Signal.handle(new Signal("HUP"), signal -> reloading.hangUp());
    } catch (IllegalArgumentException e) {
      LOG.debug("There is no SIGHUP on this system", e);
    }
    return reloading;
  }

  private void hangUp() {
    if (watch != null) {
      watch.reload();
    }
    ingestor.retry();
  }

  private void use(IngestorSettings settings) {
    SettingsChanges changes = ingestor.apply(settings);
    tell("added", changes.added());
    tell("changed", changes.changed());
    tell("removed", changes.removed());
    if (!changes.ignored().isEmpty()) {
      console.complain(
          "changes of "
              + String.join(", ", changes.ignored())
              + " count when the ingestor is started again.");
    }
  }

  private void tell(String what, List<String> sources) {
    if (!sources.isEmpty()) {
      console.say("Settings: " + what + " " + String.join(", ", sources));
    }
  }

  @Override
  public void close() {
    if (watch != null) {
      watch.close();
    }
  }
}
