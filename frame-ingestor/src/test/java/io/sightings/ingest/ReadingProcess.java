package io.sightings.ingest;

import io.sightings.ingest.folder.FolderWatch;
import io.sightings.ingest.journal.ReadingJournal;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.publish.KafkaLink;
import io.sightings.ingest.publish.ProducerShare;
import io.sightings.ingest.reading.FileReadContext;
import io.sightings.ingest.reading.FileRun;
import io.sightings.ingest.service.RunningSource;
import io.sightings.ingest.settings.FolderSettings;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SourceSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Reads a file or a folder in a JVM of its own, which can be killed. It ends when the file is read,
 * or when its input is closed.
 */
final class ReadingProcess {
  private final Process process;

  private ReadingProcess(Process process) {
    this.process = process;
  }

  static ReadingProcess start(String kind, Path what, Path state, String bootstrap, String topic)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                ReadingProcess.class.getName(),
                kind,
                what.toString(),
                state.toString(),
                bootstrap,
                topic));
    // On the command line it would be too long for some systems.
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(state.resolveSibling("log").toFile()));
    return new ReadingProcess(builder.start());
  }

  /** As kill -9 does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Asks it to end, if it does not by itself. */
  void stop() throws IOException {
    process.getOutputStream().close();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the process did not end within 120 s");
    }
    return process.exitValue();
  }

  /** Each frame of a video is taken. */
  static IngestorSettings settings(Path state, String bootstrap, String topic) {
    IngestorSettings defaults = IngestorSettings.defaults();
    return defaults
        .withKafka(defaults.kafka().withBootstrap(bootstrap).withTopic(topic))
        .withSample(defaults.sample().withFps(0))
        .withFolders(
            FolderSettings.defaults()
                .withScan(Duration.ofMillis(100))
                .withSettle(Duration.ofMillis(200)))
        // It is killed from outside, and more often than the files deserve.
        .withFiles(defaults.files().withMaxDeaths(1000))
        .withState(state.toString());
  }

  static RunningSource source(
      String kind,
      Path what,
      IngestorSettings settings,
      ProducerShare share,
      SourceMonitor monitor) {
    FileReadContext context =
        new FileReadContext(
            share,
            new Semaphore(settings.files().parallel()),
            ReadingJournal.open(Path.of(settings.state()), settings.files().maxDeaths()));
    return kind.equals("path")
        ? new FileRun(SourceSettings.of(what.toString()).withId("drop"), settings, monitor, context)
        : new FolderWatch(
            SourceSettings.watched("drop", what.toString()), settings, monitor, context);
  }

  public static void main(String... arguments) throws Exception {
    String kind = arguments[0];
    IngestorSettings settings = settings(Path.of(arguments[2]), arguments[3], arguments[4]);
    SourceMonitor monitor = new SourceMonitor("drop", kind);
    try (KafkaLink kafka = KafkaLink.open(settings.kafka())) {
      ProducerShare share =
          kafka.publisher().share(settings.kafka().inFlightBytes(), ProducerShare.FOREVER);
      try (RunningSource source = source(kind, Path.of(arguments[1]), settings, share, monitor)) {
        source.start();
        if (kind.equals("path")) {
          Eventually.holds("done", () -> monitor.status().state() == SourceState.DONE);
        } else {
          System.in.transferTo(System.out);
        }
      }
    }
  }
}
