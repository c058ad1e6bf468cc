package io.sightings.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sightings.cluster.rest.FlinkRestApi;
import io.sightings.cluster.rest.FlinkRestClient;
import io.sightings.cluster.rest.JobVertices;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StageTimesTest {
  private HttpServer flink;

  @BeforeEach
  void start() throws IOException {
    flink = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    flink.createContext("/", this::answer);
    flink.start();
  }

  @AfterEach
  void stop() {
    flink.stop(0);
  }

  @Test
  void aCounterIsSummedOverAllTasksWhateverItsOperator() throws Exception {
    StageTimes times = StageTimes.read(job());

    assertThat(times.frames()).isEqualTo(100);
    assertThat(times.nanos())
        .containsOnlyKeys("decodeNanos", "embedNanos")
        .containsEntry("decodeNanos", 3e9)
        .containsEntry("embedNanos", 1e9);
  }

  @Test
  void theSlowestStageStandsFirstWithItsShare() throws Exception {
    StringWriter out = new StringWriter();

    StageTimes.read(job()).print(new PrintWriter(out));

    assertThat(out.toString().lines().map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "STAGE TIME SHARE PER FRAME",
            "decode 3.00 s 75 % 30.00 ms",
            "embed 1.00 s 25 % 10.00 ms");
  }

  private JobVertices job() {
    URI rest = URI.create("http://localhost:" + flink.getAddress().getPort() + "/");
    return new FlinkRestApi(new FlinkRestClient(() -> List.of(rest))).job("cafe").vertices();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    String body =
        switch (exchange.getRequestURI().getPath()) {
          case "/jobs/cafe" -> "{\"vertices\":[{\"id\":\"a\"},{\"id\":\"b\"}]}";
          case "/jobs/cafe/vertices/a/subtasks/metrics" ->
              query == null
                  ? "[{\"id\":\"numBytesIn\"},{\"id\":\"detect.decodeNanos\"},"
                      + "{\"id\":\"detect.framesAnalysed\"}]"
                  : "[{\"id\":\"detect.decodeNanos\",\"sum\":3.0E9},"
                      + "{\"id\":\"detect.framesAnalysed\",\"sum\":100}]";
          case "/jobs/cafe/vertices/b/subtasks/metrics" ->
              query == null
                  ? "[{\"id\":\"identify.embedNanos\"}]"
                  : "[{\"id\":\"identify.embedNanos\",\"sum\":1.0E9}]";
          default -> "";
        };
    exchange.sendResponseHeaders(body.isEmpty() ? 404 : 200, body.length());
    exchange.getResponseBody().write(body.getBytes(UTF_8));
    exchange.close();
  }
}
