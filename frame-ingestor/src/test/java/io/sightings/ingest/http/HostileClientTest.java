package io.sightings.ingest.http;

import static io.sightings.ingest.http.TestUploads.IMAGES;
import static io.sightings.ingest.http.TestUploads.problem;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.ingest.Eventually;
import io.sightings.ingest.TestPhoto;
import io.sightings.ingest.settings.ServerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Clients that know the token and mean no good. Two uploads may be at work at once. */
class HostileClientTest {
  private static final int PARALLEL = 2;

  private TestServer server;
  private TestUploads uploads;

  @BeforeEach
  void start() throws IOException {
    server = TestServer.start(TestServer.settings());
    uploads = new TestUploads(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aBodyThatStopsIsGivenUp() throws Exception {
    String answer = server.say(TestUploads.head(IMAGES, "Content-Length: 5000") + "some");

    assertThat(answer).startsWith("HTTP/1.1 408").contains("application/problem+json");
  }

  @Test
  void aBodyThatDripsInIsGivenUp() throws Exception {
    try (Socket socket = server.connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(TestUploads.head(IMAGES, "Content-Length: 5000").getBytes(US_ASCII));

      assertThat(answerToDrips(out, socket.getInputStream())).startsWith("HTTP/1.1 408");
    }
  }

  @Test
  void aMultipartBodyThatDripsInIsGivenUp() throws Exception {
    try (Socket socket = server.connect()) {
      OutputStream out = socket.getOutputStream();
      String type = "Content-Type: multipart/mixed; boundary=b";
      out.write(
          (TestUploads.head(IMAGES, type, "Transfer-Encoding: chunked")
                  + "1388\r\n--b\r\nContent-Type: image/jpeg\r\n\r\n")
              .getBytes(US_ASCII));

      assertThat(answerToDrips(out, socket.getInputStream())).startsWith("HTTP/1.1 408");
    }
  }

  @Test
  void whoComesWhileAllAreAtWorkIsAskedToComeBack() throws Exception {
    List<Socket> slow = slowUploads();

    HttpResponse<String> answer = await(429);

    problem(answer, 429);
    assertThat(answer.headers().firstValue("retry-after")).isPresent();
    for (Socket socket : slow) {
      socket.close();
    }
    problem(await(415), 415);
  }

  @Test
  void whoIsSlowGivesWayInTheEnd() throws Exception {
    List<Socket> slow = slowUploads();
    await(429);

    problem(await(415), 415);
    for (Socket socket : slow) {
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8)).contains(" 408 ");
      socket.close();
    }
  }

  @Test
  void whoGoesAwayMidwayLeavesNothingBehind() throws Exception {
    // Fewer than an address may hold: the server may notice their ends only later.
    for (int i = 0; i < 25; i++) {
      try (Socket socket = server.connect()) {
        socket.setSoLinger(i % 2 == 0, 0);
        String part = TestUploads.head(IMAGES, "Content-Length: 50000") + "x".repeat(100 * i);
        socket.getOutputStream().write(part.getBytes(US_ASCII));
      }
    }

    // Those that are still being noticed, or only now, count as at work.
    for (HttpResponse<String> answer : awaitInARow(10, 415)) {
      problem(answer, 415);
    }
    assertThat(server.status("/metrics").body()).doesNotContain("status=\"5");
  }

  @Test
  void rubbishBehindARequestDoesNotReachTheNext() throws Exception {
    String answer =
        server.say(
            TestUploads.head(IMAGES, "Content-Length: 4")
                + "abcd"
                + "rubbish rubbish rubbish\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 415").contains("HTTP/1.1 400");
  }

  @Test
  void requestsOnOneConnectionAreAnsweredInTheirOrder() throws Exception {
    String index = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    String last = "GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    String answer =
        server.say(TestUploads.head(IMAGES, "Content-Length: 4") + "abcd" + index + last);

    assertThat(answer.lines().filter(line -> line.contains("HTTP/1.1 ")))
        .hasSize(3)
        .element(0)
        .asString()
        .contains("415");
    assertThat(answer).containsSubsequence("415", "HTTP/1.1 200", "HTTP/1.1 404");
  }

  @Test
  void aFalseChunkIsRefused() throws Exception {
    String head = TestUploads.head(IMAGES, "Transfer-Encoding: chunked");

    assertThat(server.say(head + "5\r\nabcde\r\nxyz\r\n")).startsWith("HTTP/1.1 400");
    assertThat(server.say(head + "ffffffffffffffffff\r\n")).startsWith("HTTP/1.1 400");
  }

  @Test
  void aBodyThatEndsEarlyIsRefused() throws Exception {
    try (Socket socket = server.connect()) {
      String part = TestUploads.head(IMAGES, "Content-Length: 5000") + "some";
      socket.getOutputStream().write(part.getBytes(US_ASCII));
      socket.shutdownOutput();

      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 400");
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere 127.0.0.2 is no address")
  void clientsThatFillTheUploadPortDoNotReachTheStatus() throws Exception {
    List<Socket> slow = new ArrayList<>(slowUploads());
    for (int address = 2; address < 22; address++) {
      for (int i = 0; i < 32; i++) {
        Socket socket = server.connectFrom("127.0.0." + address);
        socket.getOutputStream().write("GET /hea".getBytes(US_ASCII));
        slow.add(socket);
      }
    }

    assertThat(slow).hasSizeGreaterThan(ServerSettings.MAX_CONNECTIONS);
    assertThat(server.status("/health").statusCode()).isEqualTo(200);
    for (Socket socket : slow) {
      socket.close();
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere 127.0.0.2 is no address")
  void oneAddressThatFillsTheStatusPortLeavesItToOthers() throws Exception {
    List<Socket> held = new ArrayList<>();
    for (int i = 0; i < 512; i++) {
      held.add(server.connectToStatus("127.0.0.2"));
    }

    assertThat(server.status("/health").statusCode()).isEqualTo(200);
    for (Socket socket : held) {
      socket.close();
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere 127.0.0.2 is no address")
  void aConnectionBeyondTheShareOfItsAddressIsClosedAndCounted() throws Exception {
    List<Socket> held = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      held.add(answered("127.0.0.2"));
    }

    try (Socket further = server.connectFrom("127.0.0.2");
        Socket other = answered("127.0.0.3")) {
      assertThat(further.getInputStream().read()).isEqualTo(-1);
      assertThat(server.status("/metrics").body())
          .contains("sightings_ingest_http_connections_refused_total{server=\"http\"} 1.0");
    }
    for (Socket socket : held) {
      socket.close();
    }
    Eventually.holds("its share is free again", () -> isAnswered("127.0.0.2"));
  }

  private boolean isAnswered(String from) throws IOException {
    try (Socket socket = server.connectFrom(from)) {
      socket.getOutputStream().write("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
      return socket.getInputStream().read() == 'H';
    } catch (SocketException reset) {
      return false;
    }
  }

  /** A connection that stays open after its first answer. */
  private Socket answered(String from) throws IOException {
    Socket socket = server.connectFrom(from);
    socket.getOutputStream().write("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
    byte[] start = socket.getInputStream().readNBytes(12);
    assertThat(new String(start, US_ASCII)).isEqualTo("HTTP/1.1 200");
    return socket;
  }

  @Test
  void closingEndsUploadsThatDoNotEnd() throws Exception {
    List<Socket> slow = slowUploads();
    await(429);

    server.close();

    for (Socket socket : slow) {
      socket.close();
    }
    assertThat(Thread.getAllStackTraces().keySet().stream().map(Thread::getName))
        .noneMatch(
            name ->
                name.startsWith("upload-")
                    || name.startsWith("http-")
                    || name.startsWith("status-"));
  }

  /** As many as may be at work, each at work already, with a body that does not come. */
  private List<Socket> slowUploads() throws IOException {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < PARALLEL; i++) {
      Socket socket = server.connect();
      String head = TestUploads.head(IMAGES, "Content-Length: 5000", "Expect: 100-continue");
      socket.getOutputStream().write(head.getBytes(US_ASCII));
      String proceed = "HTTP/1.1 100 Continue\r\n\r\n";
      byte[] said = socket.getInputStream().readNBytes(proceed.length());
      assertThat(new String(said, US_ASCII)).isEqualTo(proceed);
      socket.getOutputStream().write("some".getBytes(US_ASCII));
      slow.add(socket);
    }
    return slow;
  }

  /** Sends rubbish until that is answered in a certain way. */
  private HttpResponse<String> await(int status) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    HttpResponse<String> answer;
    do {
      answer = uploads.image("rubbish, rubbish".getBytes(UTF_8));
    } while (answer.statusCode() != status && System.nanoTime() < end);
    return answer;
  }

  /** Asks until so many answers in a row are of this status, and gives the last ones. */
  private List<HttpResponse<String>> awaitInARow(int answers, int status) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    List<HttpResponse<String>> row = new ArrayList<>();
    while (row.size() < answers) {
      HttpResponse<String> answer = uploads.image("rubbish, rubbish".getBytes(UTF_8));
      if (answer.statusCode() != status) {
        assertThat(System.nanoTime()).as(answer.body()).isLessThan(end);
        row.clear();
      } else {
        row.add(answer);
      }
    }
    return row;
  }

  private static String answerToDrips(OutputStream out, InputStream in) throws IOException {
    byte[] photo = TestPhoto.of("jpg", 64, 48);
    for (int sent = 0; sent < 200 && in.available() == 0; sent++) {
      out.write(photo[sent]);
      out.flush();
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    return new String(in.readNBytes(in.available()), UTF_8);
  }
}
