package io.sightings.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightings.contract.CaptureClock;
import io.sightings.contract.codec.Json;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.settings.ServerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IngestServerTest {
  private TestServer server;

  @BeforeEach
  void start() throws IOException {
    server = TestServer.start(TestServer.settings());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void healthTellsWhatEachSourceIsDoing() throws Exception {
    SourceMonitor camera = server.monitors.of("camera", "url");
    camera.is(SourceState.WAITING);
    camera.goesBy(CaptureClock.CAMERA);
    camera.read();
    camera.reconnected();
    camera.error("it says nothing");
    server.monitors.of("door", "upload").published(1000);

    JsonNode health = json(server.status("/health"), 200);

    assertThat(health.get("status").textValue()).isEqualTo("up");
    assertThat(health.get("version").textValue()).isEqualTo("1.2.3");
    assertThat(health.get("kafka").textValue()).isEqualTo("reachable");
    assertThat(health.get("uptimeSeconds").isIntegralNumber()).isTrue();
    JsonNode first = health.get("sources").get(0);
    assertThat(first.get("id").textValue()).isEqualTo("camera");
    assertThat(first.get("state").textValue()).isEqualTo("WAITING");
    assertThat(first.get("clock").textValue()).isEqualTo("CAMERA");
    assertThat(first.get("reconnects").intValue()).isEqualTo(1);
    assertThat(first.get("lastError").textValue()).isEqualTo("it says nothing");
    assertThat(first.get("lastFrame").textValue()).startsWith("20").endsWith("Z");
    assertThat(health.get("sources").get(1).get("published").intValue()).isEqualTo(1);
  }

  @Test
  void healthAnswersThoughNothingIsReady() throws Exception {
    server.has(Optional.of("Kafka is not reachable"));

    JsonNode health = json(server.status("/health"), 200);
    JsonNode ready = json(server.status("/ready"), 503);

    assertThat(health.get("ready").booleanValue()).isFalse();
    assertThat(ready.get("reason").textValue()).isEqualTo("Kafka is not reachable");
    server.has(Optional.empty());
    json(server.status("/ready"), 200);
  }

  @Test
  void metricsAreWhatPrometheusReads() throws Exception {
    SourceMonitor camera = server.monitors.of("camera", "url");
    camera.is(SourceState.STREAMING);
    camera.read();
    camera.read();
    camera.dropped();
    server.status("/health");

    HttpResponse<String> answer = server.status("/metrics");

    assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("text/plain");
    assertThat(answer.body().lines())
        .contains(
            "sightings_ingest_frames_read_total{source=\"camera\"} 2.0",
            "sightings_ingest_frames_dropped_total{source=\"camera\"} 1.0",
            "sightings_ingest_source_state{source=\"camera\",state=\"streaming\"} 1.0",
            "sightings_ingest_source_state{source=\"camera\",state=\"failed\"} 0.0",
            "sightings_ingest_http_requests_total{route=\"health\",status=\"200\"} 1.0",
            "sightings_ingest_build_info{version=\"1.2.3\"} 1")
        .anyMatch(line -> line.startsWith("sightings_ingest_state_usable_bytes "))
        .anyMatch(line -> line.startsWith("sightings_ingest_last_frame_timestamp_seconds{"));
  }

  @Test
  void theIndexNamesTheEndpoints() throws Exception {
    assertThat(server.get("/").body()).contains("/v1/sources/{id}/images", "at port");
    assertThat(server.status("/").body()).contains("/health", "/ready", "/metrics");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/ready", "/metrics"})
  void theUploadPortNamesThePortOfTheStatus(String path) throws Exception {
    int port = server.status("/").uri().getPort();

    JsonNode problem = problem(server.get(path), 404);

    assertThat(problem.get("detail").textValue()).contains("port " + port, "server.statusPort");
  }

  @Test
  void theStatusPortTakesNoUploads() throws Exception {
    problem(server.status("/v1/sources/door/images"), 404);
  }

  @Test
  void whatIsNotThereIsAProblem() throws Exception {
    JsonNode problem = problem(server.get("/admin?token=secret"), 404);

    assertThat(problem.get("type").textValue()).isEqualTo("urn:sightings:problem:not-found");
    assertThat(problem.get("title").textValue()).isNotBlank();
    assertThat(problem.get("detail").textValue()).contains("Ask for /");
    assertThat(problem.get("instance").textValue()).isEqualTo("/admin");
  }

  @Test
  void aWrongMethodIsToldTheRightOnes() throws Exception {
    HttpResponse<String> answer = server.send(server.request("/").DELETE().build());

    problem(answer, 405);
    assertThat(answer.headers().firstValue("allow")).contains("GET, HEAD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rubbish\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /v1/sources/%2e%2e/images HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /v1/sources/a%2fb/images HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /v1/sources/a%00b/images HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /v1/sources/\u00fc\u00ff/images HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
        "POST /health HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST /health HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "POST /health HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
      })
  void whatIsNoRequestIsRefusedAsAProblem(String bytes) throws Exception {
    String answer = server.say(bytes);

    assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
    assertThat(answer).doesNotContain("org.eclipse", "Exception", "Jetty");
  }

  @Test
  void aFloodOfHeadersIsRefusedAsAProblem() throws Exception {
    String flood = "X-Filler: %s\r\n".formatted("x".repeat(100)).repeat(200);

    String answer = server.say("GET / HTTP/1.1\r\nHost: x\r\n" + flood + "\r\n");

    assertThat(answer).startsWith("HTTP/1.1 431").contains("application/problem+json");
  }

  @Test
  void anEndlessAddressIsRefusedAsAProblem() throws Exception {
    String answer = server.say("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 414").contains("application/problem+json");
  }

  @Test
  void headersThatDripInAreGivenUp() throws Exception {
    try (Socket socket = server.connect()) {
      OutputStream out = socket.getOutputStream();
      InputStream in = socket.getInputStream();
      out.write("GET / HTTP/1.1\r\nHost: x\r\nX-Drip: ".getBytes(StandardCharsets.US_ASCII));
      long start = System.nanoTime();
      assertThat(dripped(out, in)).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
  }

  /** Sends a byte now and then until the server has had enough. */
  private static boolean dripped(OutputStream out, InputStream in) throws IOException {
    for (int sent = 0; sent < 300; sent++) {
      try {
        out.write('x');
        out.flush();
        if (in.available() > 0) {
          return true;
        }
      } catch (IOException closed) {
        return true;
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    return false;
  }

  @Test
  void aTakenPortIsNamedWithItsRemedy() throws Exception {
    int uploads = server.uri("/").getPort();
    int status = server.status("/").uri().getPort();
    ServerSettings settings = TestServer.settings().server();

    assertThatThrownBy(() -> start(settings.withPort(uploads).withStatusPort(0)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("server.port");
    assertThatThrownBy(() -> start(settings.withPort(0).withStatusPort(status)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("server.statusPort");
  }

  private static void start(ServerSettings settings) throws IOException {
    TestServer.start(TestServer.settings().withServer(settings)).close();
  }

  private static JsonNode json(HttpResponse<String> answer, int status) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return Json.read(answer.body().getBytes(StandardCharsets.UTF_8), JsonNode.class);
  }

  private static JsonNode problem(HttpResponse<String> answer, int status) throws Exception {
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    JsonNode problem = json(answer, status);
    assertThat(problem.get("status").intValue()).isEqualTo(status);
    return problem;
  }
}
