package io.sightings.benchmarks.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.ingest.RunningIngestor;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.ServerSettings;
import io.sightings.ingest.settings.SourceSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The ingestor in a JVM of its own: with each line it reads it says how much memory it needs. */
final class Served {
  static final String TOPIC = "hostile";
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(3);
  private static final int PARALLEL = 8;

  private Served() {}

  /**
   * @param args where Kafka is, and the folder for its state
   */
  public static void main(String[] args) throws IOException {
    IngestorSettings defaults = IngestorSettings.defaults();
    IngestorSettings settings =
        defaults
            .withKafka(defaults.kafka().withBootstrap(args[0]).withTopic(TOPIC))
            .withState(args[1])
            .withServer(
                ServerSettings.defaults()
                    .withPorts(0, 0)
                    .withUploads(Heads.TOKEN, REQUEST_TIMEOUT, PARALLEL, 64 << 20))
            .withSources(List.of(upload()));
    try (RunningIngestor ingestor = RunningIngestor.start(settings, "benchmark");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
      System.out.println(ingestor.port());
      while (in.readLine() != null) {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.println(heap + " " + ManagementFactory.getThreadMXBean().getThreadCount());
      }
    }
  }

  private static SourceSettings upload() {
    return new SourceSettings(
        Heads.SOURCE, "", "", "", "", true, "", Map.of(), "", "", "", "", "", Map.of(), null);
  }
}
