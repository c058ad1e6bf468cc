package io.sightings.ingest.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.contract.settings.SettingsException;
import io.sightings.ingest.settings.IngestorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the settings again when their file says something else. It looks at what the file says and
 * not at its date, so that it makes no difference whether an editor writes it, replaces it, or a
 * link to it is turned. Settings that cannot be used change nothing.
 */
public final class ConfigWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ConfigWatch.class);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Path file;
  private final Supplier<IngestorSettings> loader;
  private final Consumer<IngestorSettings> use;
  private final Consumer<String> faults;
  private final ScheduledExecutorService thread;

  /** What the file said when it was last used or found faulty, and when it was last looked at. */
  private String known;

  private String seen;
  private volatile @Nullable String fault;

  private ConfigWatch(
      Path file,
      Supplier<IngestorSettings> loader,
      Consumer<IngestorSettings> use,
      Consumer<String> faults) {
    this.file = file;
    this.loader = loader;
    this.use = use;
    this.faults = faults;
    known = content();
    seen = known;
    thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread worker = new Thread(work, "config-watch");
              worker.setDaemon(true);
              return worker;
            });
  }

  /**
   * Watches from now on; what the file says now is taken for known.
   *
   * @param loader reads the settings again, or throws a {@link SettingsException} that says what is
   *     wrong
   * @param use is given settings that are good, on a thread of the watch; may refuse them with an
   *     {@link IllegalArgumentException}
   * @param faults is told why settings cannot be used, once for each fault
   */
  public static ConfigWatch start(
      Path file,
      Supplier<IngestorSettings> loader,
      Consumer<IngestorSettings> use,
      Consumer<String> faults) {
    ConfigWatch watch = new ConfigWatch(file, loader, use, faults);
    watch.thread.scheduleWithFixedDelay(
        watch::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    return watch;
  }

  /** Reads the settings again now, whether the file has changed or not. Returns at once. */
  public void reload() {
    thread.execute(
        () -> {
          seen = content();
          load();
        });
  }

  /** Why the file cannot be used as it is now, in a sentence. */
  public @Nullable String fault() {
    return fault;
  }

  private void look() {
    String now = content();
    boolean settled = now.equals(seen);
    seen = now;
    // Half a file may be read while it is written, and may even make sense.
    if (settled && !now.equals(known)) {
      load();
    }
  }

  private void load() {
    known = seen;
    try {
      use.accept(loader.get());
      fault = null;
    } catch (SettingsException | IllegalArgumentException e) {
      fault(e.getMessage());
    } catch (RuntimeException e) {
      // Thrown on, it would end the watch.
      LOG.error("Unexpected error", e);
      fault("unexpected error: " + e.getClass().getSimpleName());
    }
  }

  private void fault(@Nullable String why) {
    fault = why;
    LOG.error("The settings stay as they are: {}", why);
    faults.accept(why);
  }

  /** What the file says, or why that is not known. */
  private String content() {
    try {
      return "says " + new String(Files.readAllBytes(file), UTF_8);
    } catch (IOException e) {
      return "fails " + e;
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
