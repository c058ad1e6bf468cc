package io.sightings.cli.kafka;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.sightings.cli.Main;
import io.sightings.contract.settings.SettingsException;
import io.sightings.contract.settings.SettingsLoader;
import io.sightings.ingest.RunningIngestor;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.scenes.DemoScene;
import io.sightings.scenes.PortraitPainter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole product against a broker that wants TLS and a password, and what it says of them. */
class SecuredKafkaIT {
  private static final String PASSWORD = "right" + UUID.randomUUID().toString().replace("-", "");
  private static final String WRONG = "wrong" + UUID.randomUUID().toString().replace("-", "");
  private static SecuredBroker broker;

  @TempDir Path dir;
  private final StringWriter said = new StringWriter();
  private Path photos;
  private Path password;

  @BeforeAll
  static void start() throws Exception {
    broker = new SecuredBroker(Map.of("sightings", PASSWORD, "guest", PASSWORD));
  }

  @AfterAll
  static void stop() throws Exception {
    broker.close();
  }

  @BeforeEach
  void draw() throws IOException {
    photos = Files.createDirectory(dir.resolve("photos"));
    new PortraitPainter().write(photos, "Ada", DemoScene.defaults().enrolled().get("Ada"), 1);
    password = Files.writeString(dir.resolve("password"), PASSWORD + "\n");
  }

  @Test
  void whatIsIngestedIsSeenByTheJobAndReadAgainAndNothingTellsThePassword() throws Exception {
    String settings = settings("scram-sha-512", "passwordFile: '" + password + "'").toString();
    try (FullLogCapture logged = FullLogCapture.listen()) {
      ingest(settings);
      runJob(Path.of(settings));
      watch(settings);
      assertThat(said()).contains("\"status\":\"closed\"", "\"kind\":\"image\"");
      assertThat(logged.text()).contains("SASL_SSL").doesNotContain(PASSWORD);
      assertThat(said()).doesNotContain(PASSWORD);
    }
  }

  @Test
  void aPasswordInTheSettingsAndShownPlainlyWithinTlsIsToldByNothingEither() throws Exception {
    String settings = settings("plain", "password: '" + PASSWORD + "'").toString();
    try (FullLogCapture logged = FullLogCapture.listen()) {
      ingest(settings);
      watch(settings);
      assertThat(logged.text()).contains("SASL_SSL").doesNotContain(PASSWORD);
      assertThat(said()).doesNotContain(PASSWORD);
    }
  }

  private void ingest(String settings) {
    assertThat(run("topics", "--kafka-config", settings)).as(said()).isZero();
    String state = "state=" + dir.resolve("state");
    assertThat(run("ingest", photos.toString(), "--again", "--config", settings, "--set", state))
        .as(said())
        .isZero();
  }

  private void watch(String settings) {
    assertThat(
            run("watch", "--kafka-config", settings, "--from-beginning", "--exit-at-end", "--json"))
        .as(said())
        .isZero();
  }

  @Test
  void aWrongPasswordIsOneLineEverywhereAndShownNowhere() throws Exception {
    Path settings = settings("scram-sha-512", "password: '" + WRONG + "'");
    try (FullLogCapture logged = FullLogCapture.listen()) {
      for (List<String> command :
          List.of(
              List.of("watch", "--kafka-config", settings.toString()),
              List.of("people", "list", "--kafka-config", settings.toString()),
              List.of("ingest", photos.toString(), "--config", settings.toString()))) {
        said.getBuffer().setLength(0);
        assertThat(run(command.toArray(String[]::new))).as(command.get(0)).isEqualTo(3);
        assertThat(said().lines()).as(command.get(0)).singleElement().satisfies(this::isRefusal);
      }
      Throwable refused = catchThrowable(() -> runJob(settings));
      assertThat(refused).isInstanceOf(SettingsException.class);
      isRefusal(refused.getMessage());
      assertThat(logged.text()).doesNotContain(WRONG);
    }
  }

  @Test
  void anIngestorThatWouldStayEndsWhereItIsRefusedFromTheStart() throws Exception {
    Path settings = settings("scram-sha-512", "password: '" + WRONG + "'");
    Files.writeString(settings, "sources: [{id: doorbell, upload: true}]\n", APPEND);
    try (FullLogCapture logged = FullLogCapture.listen()) {
      int exit =
          run(
              "ingest",
              "--config",
              settings.toString(),
              "--set",
              "server.port=0",
              "--set",
              "server.statusPort=0",
              "--set",
              "server.token=0123456789abcdef",
              "--set",
              "state=" + dir.resolve("state"));

      assertThat(exit).as(said()).isEqualTo(3);
      isRefusal(said().lines().reduce((before, last) -> last).orElse(""));
      assertThat(logged.text()).doesNotContain(WRONG);
      assertThat(said()).doesNotContain(WRONG);
    }
  }

  @Test
  void anIngestorThatIsRefusedLaterSaysSoAndTakesPicturesAgainOnceItIsLetIn() throws Exception {
    Path file = settings("scram-sha-512", "password: '" + PASSWORD + "'");
    Files.writeString(
        file, Files.readString(file).replace("username: sightings", "username: guest"));
    IngestorSettings settings =
        new SettingsLoader(Map.of())
            .load(
                file, IngestorSettings.defaults(), List.of("server.port=0", "server.statusPort=0"))
            .withState(dir.resolve("state").toString());
    try (RunningIngestor ingestor = RunningIngestor.start(settings, "test")) {
      awaitProblem(ingestor, problem -> problem == null);

      broker.forget("guest");
      awaitProblem(ingestor, problem -> problem != null && problem.contains("does not accept"));
      assertThat(health(ingestor)).contains("does not accept the user guest");
      assertThat(ingestor.kafkaRefusedFromTheStart()).isFalse();

      broker.admit(Map.of("guest", PASSWORD));
      awaitProblem(ingestor, problem -> problem == null);
    }
  }

  private static void awaitProblem(RunningIngestor ingestor, Predicate<String> expected) {
    long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (!expected.test(ingestor.kafkaProblem())) {
      if (System.nanoTime() > end) {
        throw new AssertionError("still: " + ingestor.kafkaProblem());
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  private static String health(RunningIngestor ingestor) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + ingestor.statusPort() + "/health");
    HttpRequest request = HttpRequest.newBuilder(uri).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  @Test
  void aBrokerNobodyVouchesForIsNotTold() throws Exception {
    Path settings =
        Files.writeString(
            dir.resolve("no-truststore.yaml"),
            """
            kafka:
              bootstrap: %s
              security: {protocol: sasl_ssl, username: sightings, passwordFile: '%s'}
            """
                .formatted(broker.bootstrap(), password));

    assertThat(run("watch", "--kafka-config", settings.toString())).isEqualTo(3);
    assertThat(said().lines())
        .singleElement()
        .asString()
        .contains("no TLS connection", "truststore");
  }

  private void isRefusal(String line) {
    assertThat(line)
        .contains(
            "Kafka at " + broker.bootstrap() + " does not accept the user sightings",
            "SCRAM-SHA-512",
            "check kafka.security.username")
        .doesNotContain(WRONG);
  }

  /** As `flink run` does, with all that is on the topic now. */
  private static void runJob(Path settings) throws Exception {
    io.sightings.job.JobMain.main(
        new String[] {
          "--config", settings.toString(), "--set", "engine.engine=offline", "--bounded"
        });
  }

  private Path settings(String mechanism, String secret) throws IOException {
    return Files.writeString(
        dir.resolve(mechanism + ".yaml"),
        """
        kafka:
          bootstrap: %s
          security:
            protocol: sasl_ssl
            mechanism: %s
            username: sightings
            %s
            truststore: {path: '%s'}
        """
            .formatted(broker.bootstrap(), mechanism, secret, broker.certificate()));
  }

  private String said() {
    return said.toString();
  }

  private int run(String... args) {
    PrintWriter out = new PrintWriter(said, true);
    List<String> all = new ArrayList<>(Arrays.asList(args));
    return Main.run(out, out, all.toArray(String[]::new));
  }
}
