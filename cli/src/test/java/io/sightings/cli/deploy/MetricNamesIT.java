package io.sightings.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.cli.Main;
import io.sightings.contract.InquiryOutcome;
import io.sightings.engine.EngineSettings;
import io.sightings.ingest.RunningIngestor;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.job.SightingsJob;
import io.sightings.job.settings.CheckpointSettings;
import io.sightings.job.settings.JobSettings;
import io.sightings.kafka.LocalBroker;
import io.sightings.scenes.DemoScene;
import io.sightings.scenes.PortraitPainter;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An alert on a metric that nobody exposes never fires, and nobody notices. */
class MetricNamesIT {
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:flink_(?:job|task)manager|sightings_ingest)_\\w+");
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir Path dir;
  private final HttpClient http = HttpClient.newHttpClient();
  private LocalBroker kafka;

  @BeforeEach
  void start() {
    kafka = LocalBroker.start();
    PrintWriter out = new PrintWriter(System.out, true);
    assertThat(Main.run(out, out, "topics", "--bootstrap", kafka.bootstrap())).isZero();
  }

  @AfterEach
  void stop() {
    kafka.close();
  }

  @Test
  void everyMetricOfAlertsAndDashboardIsExposedByJobOrIngestor() throws Exception {
    int port = freePort();
    JobClient job = startJob(port);
    try (RunningIngestor ingestor = startIngestor()) {
      Set<String> wanted = PrometheusExpressions.names(METRIC);
      assertThat(wanted).hasSizeGreaterThan(20);

      Set<String> missing = new TreeSet<>(wanted);
      missing.removeIf(MetricNamesIT::isOfTheFaceService);
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!missing.isEmpty() && System.nanoTime() < end) {
        missing.removeAll(exposed(port, "/"));
        missing.removeAll(exposed(ingestor.statusPort(), "/metrics"));
        LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
      }
      assertThat(missing).isEmpty();
    } finally {
      job.cancel().get();
    }
  }

  /** They are there only where the service is: see what the code names them after. */
  private static boolean isOfTheFaceService(String metric) {
    String name = metric.replaceFirst(".*_operator_", "");
    return name.equals("paidCalls")
        || (name.startsWith("answers_")
            && Arrays.stream(InquiryOutcome.values())
                .anyMatch(each -> name.equals("answers_" + each)));
  }

  private JobClient startJob(int port) throws Exception {
    Configuration metrics = new Configuration();
    metrics.setString("metrics.reporters", "prom");
    metrics.setString(
        "metrics.reporter.prom.factory.class",
        "org.apache.flink.metrics.prometheus.PrometheusReporterFactory");
    metrics.setString("metrics.reporter.prom.port", String.valueOf(port));
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, metrics);
    JobSettings settings = JobSettings.defaults();
    SightingsJob.build(
        env,
        settings
            .withKafka(settings.kafka().withBootstrap(kafka.bootstrap()))
            .withEngine(EngineSettings.DEFAULT.withEngine(EngineSettings.Engine.OFFLINE))
            .withCheckpoint(new CheckpointSettings(Duration.ofMillis(500), Duration.ofMinutes(1))),
        false);
    return env.executeAsync();
  }

  /** With a photo, so that there is something to have read, and to be read by the job. */
  private RunningIngestor startIngestor() throws IOException {
    Path photos = dir.resolve("people");
    new PortraitPainter().write(photos, "Ada", DemoScene.defaults().enrolled().get("Ada"), 1);
    IngestorSettings settings = IngestorSettings.defaults();
    return RunningIngestor.start(
        settings
            .withKafka(settings.kafka().withBootstrap(kafka.bootstrap()))
            .withServer(settings.server().withPort(0).withStatusPort(0))
            .withState(dir.resolve("state").toString())
            .withSources(List.of(SourceSettings.of(photos.toString()))),
        "test");
  }

  private Set<String> exposed(int port, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    String text = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    Set<String> names = new HashSet<>();
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> names.add(line.split("[{ ]", 2)[0]));
    return names;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
