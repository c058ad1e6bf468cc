package io.sightings.ingest.folder;

import io.sightings.ingest.journal.ReadingJournal;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceStatus;
import io.sightings.ingest.publish.MemoryTopic;
import io.sightings.ingest.reading.FileReadContext;
import io.sightings.ingest.reading.FileRun;
import io.sightings.ingest.service.RunningSource;
import io.sightings.ingest.settings.FolderSettings;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SampleSettings;
import io.sightings.ingest.settings.SourceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/** Sources of files at work, with a topic in memory. */
public final class WatchBench implements AutoCloseable {
  public static final Duration SETTLE = Duration.ofMillis(400);

  public final MemoryTopic topic;
  public final Semaphore files = new Semaphore(1);
  public final SourceMonitor monitor = new SourceMonitor("drop", "watch");
  private IngestorSettings settings;
  public RunningSource running;

  private WatchBench(Path dir, MemoryTopic topic) {
    this.topic = topic;
    settings =
        IngestorSettings.defaults()
            .withState(dir.resolve("state").toString())
            .withFolders(
                FolderSettings.defaults().withScan(Duration.ofMillis(100)).withSettle(SETTLE));
  }

  public static WatchBench of(Path dir) {
    return new WatchBench(dir, MemoryTopic.prompt());
  }

  public static WatchBench of(Path dir, MemoryTopic topic) {
    return new WatchBench(dir, topic);
  }

  public WatchBench again() {
    settings = settings.withFiles(settings.files().withAgain(true));
    return this;
  }

  public WatchBench taking(SampleSettings sample) {
    settings = settings.withSample(sample);
    return this;
  }

  public Path state() {
    return Path.of(settings.state());
  }

  public WatchBench keepingRejected(Duration time, long bytes) {
    settings =
        settings.withFolders(settings.folders().withRejectedFor(time).withRejectedBytes(bytes));
    return this;
  }

  public IngestorSettings settings() {
    return settings;
  }

  public void watch(Path folder) {
    SourceSettings source = SourceSettings.watched("drop", folder.toString());
    start(new FolderWatch(source, settings, monitor, context()));
  }

  public void uploads() {
    SourceSettings source = SourceSettings.uploads("drop");
    start(new FolderWatch(source, settings, monitor, context()));
  }

  public void read(SourceSettings source) {
    start(new FileRun(source, settings, monitor, context()));
  }

  private void start(RunningSource source) {
    running = source;
    source.start();
  }

  private FileReadContext context() {
    return new FileReadContext(
        topic.share(),
        files,
        ReadingJournal.open(Path.of(settings.state()), settings.files().maxDeaths()));
  }

  public SourceStatus status() {
    return monitor.status();
  }

  /** Puts a file somewhere at once, with a time. */
  public void drop(Path file, byte[] content, Instant modified) throws IOException {
    Files.createDirectories(file.getParent());
    Path unfinished = file.resolveSibling("." + file.getFileName() + ".dropped");
    Files.write(unfinished, content);
    Files.setLastModifiedTime(unfinished, FileTime.from(modified));
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The files in a folder and those below, by their names and in their order. */
  public static List<String> names(Path folder, String below) throws IOException {
    Path root = folder.resolve(below).normalize();
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    } catch (UncheckedIOException vanishing) {
      return List.of();
    }
  }

  public static void delete(Path tree) throws IOException {
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Override
  public void close() {
    if (running != null) {
      running.close();
    }
  }
}
