package io.sightings.ingest.stream;

import static io.sightings.ingest.stream.Streams.LIMIT;
import static io.sightings.ingest.stream.Streams.TIMEOUT;
import static io.sightings.ingest.stream.Streams.address;
import static io.sightings.ingest.stream.Streams.await;
import static io.sightings.ingest.stream.Streams.bounds;
import static io.sightings.ingest.stream.Streams.drawn;
import static io.sightings.ingest.stream.Streams.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.ingest.address.StreamException;
import io.sightings.ingest.address.StreamException.Problem;
import io.sightings.ingest.ffmpeg.StreamCancellation;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveStreamFailureTest {

  @ParameterizedTest
  @ValueSource(strings = {"rtsp", "http", "rtmp", "rtsps"})
  void aServerThatSaysNothingIsGivenUpInTime(String scheme) throws Exception {
    try (TcpServer server = TcpServer.silent()) {
      long begun = System.nanoTime();
      StreamException failure = failure(server.url(scheme));

      assertThat(failure.problem()).isEqualTo(Problem.TIMEOUT);
      assertThat(failure).hasMessageContaining("for 2 s").hasMessageContaining("127.0.0.1");
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isBetween(TIMEOUT, TIMEOUT.plusSeconds(3));
    }
  }

  @Test
  void aServerThatSaysALittleNowAndThenIsGivenUpInTimeToo() throws Exception {
    try (TcpServer server =
        TcpServer.doing(
            connection -> {
              for (int i = 0; i < 100; i++) {
                connection.getOutputStream().write('R');
                LockSupport.parkNanos(200_000_000);
              }
            })) {
      assertThat(failure(server.url("rtsp")).problem()).isEqualTo(Problem.TIMEOUT);
    }
  }

  @Test
  void aPortWhereNobodyListensIsUnreachable() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }

    StreamException failure = failure("rtsp://127.0.0.1:" + free + "/stream");

    assertThat(failure.problem()).isEqualTo(Problem.UNREACHABLE);
    assertThat(failure.lasting()).isFalse();
    assertThat(failure).hasMessageContaining("check address and port");
  }

  @Test
  void aHostThatDoesNotExistIsNamed() {
    StreamException failure = failure("rtsp://u:geheim@no-such-camera.invalid/stream");

    assertThat(failure.problem()).isEqualTo(Problem.UNREACHABLE);
    assertThat(failure).hasMessageContaining("no-such-camera.invalid");
    assertThat(failure.getMessage()).doesNotContain("geheim");
  }

  @ParameterizedTest
  @CsvSource({
    "401 Unauthorized, LOGIN_REFUSED, true",
    "403 Forbidden, LOGIN_REFUSED, true",
    "404 Not Found, NOT_FOUND, false",
    "454 Session Not Found, SERVER_ERROR, false",
    "503 Service Unavailable, SERVER_ERROR, false"
  })
  void whatTheServerAnswersIsTold(String answer, Problem problem, boolean lasting)
      throws Exception {
    try (TcpServer rtsp = TcpServer.answering("RTSP/1.0 " + answer);
        TcpServer http = TcpServer.answering("HTTP/1.1 " + answer + "\nContent-Length: 0")) {
      for (String url : List.of(rtsp.url("rtsp"), http.url("http"))) {
        StreamException failure = failure(url);
        assertThat(failure.problem()).as(url).isEqualTo(problem);
        assertThat(failure.lasting()).isEqualTo(lasting);
      }
    }
  }

  @Test
  void aRefusedLoginSaysWhichKeysToSet() throws Exception {
    try (TcpServer server =
        TcpServer.answering("RTSP/1.0 401 Unauthorized\nWWW-Authenticate: Basic realm=\"cam\"")) {
      assertThat(failure(server.url("rtsp"))).hasMessageContaining("set username and password");

      StreamException wrong = failure("rtsp://viewer:geheim@127.0.0.1:" + server.port() + "/a");
      assertThat(wrong.problem()).isEqualTo(Problem.LOGIN_REFUSED);
      assertThat(wrong).hasMessageContaining("correct username and password");
      assertThat(wrong.getMessage()).doesNotContain("geheim").doesNotContain("viewer");
    }
  }

  @Test
  void aConnectionThatIsHungUpIsToldFromOneThatBreaks() throws Exception {
    try (TcpServer fin = TcpServer.doing(connection -> connection.getInputStream().read());
        TcpServer rst =
            TcpServer.doing(
                connection -> {
                  connection.getInputStream().read();
                  connection.setSoLinger(true, 0);
                })) {
      assertThat(failure(fin.url("http")).problem()).isEqualTo(Problem.ENDED);
      assertThat(failure(rst.url("http")).problem()).isEqualTo(Problem.RESET);
      // FFmpeg does not say which it was.
      for (TcpServer server : List.of(fin, rst)) {
        assertThat(failure(server.url("rtsp"))).hasMessageContaining("hung up");
      }
    }
  }

  @Test
  void aWebPageIsNoStream() throws Exception {
    byte[] page = "<html><body>Please log in</body></html>".getBytes(StandardCharsets.US_ASCII);
    try (TcpServer server =
        TcpServer.doing(
            connection -> {
              connection.getInputStream().read();
              connection
                  .getOutputStream()
                  .write(
                      ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: "
                              + page.length
                              + "\r\n\r\n")
                          .getBytes(StandardCharsets.US_ASCII));
              connection.getOutputStream().write(page);
              connection.getInputStream().readAllBytes();
            })) {
      StreamException failure = failure(server.url("http"));

      assertThat(failure.problem()).isEqualTo(Problem.BROKEN);
      assertThat(failure).hasMessageContaining("web page");
    }
  }

  @Test
  void aProtocolOrFormatThatIsUnknownNeedsOtherSettings() {
    StreamException protocol = failure("carrierpigeon://127.0.0.1/coop");
    assertThat(protocol.problem()).isEqualTo(Problem.UNSUPPORTED);
    assertThat(protocol.lasting()).isTrue();
  }

  @Test
  void openingIsCancelledFromAnotherThreadAtOnce() throws Exception {
    try (TcpServer server = TcpServer.silent()) {
      StreamCancellation cancellation = new StreamCancellation();
      CompletableFuture<Problem> ended =
          CompletableFuture.supplyAsync(() -> problem(server, cancellation));
      await(() -> server.connections() > 0);

      long begun = System.nanoTime();
      cancellation.cancel();

      assertThat(ended.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isEqualTo(Problem.CANCELLED);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void interruptingTheReaderCancelsToo() throws Exception {
    try (TcpServer server = TcpServer.silent()) {
      CompletableFuture<Problem> ended = new CompletableFuture<>();
      Thread reader = new Thread(() -> ended.complete(problem(server, new StreamCancellation())));
      reader.start();
      await(() -> server.connections() > 0);

      reader.interrupt();

      assertThat(ended.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isEqualTo(Problem.CANCELLED);
    }
  }

  private static Problem problem(TcpServer server, StreamCancellation cancellation) {
    try (LiveStream stream =
        LiveStream.open(address(server.url("rtsp")), bounds(Duration.ofMinutes(5)), cancellation)) {
      throw new AssertionError(stream.info());
    } catch (StreamException e) {
      return e.problem();
    }
  }

  /** More than JavaCPP has callbacks for. */
  @Test
  void whileManyHangAnotherOpensAndAllOfThemAreGivenUpInTime() throws Exception {
    try (TcpServer server = TcpServer.silent()) {
      List<CompletableFuture<Problem>> hanging = new ArrayList<>();
      for (int i = 0; i < 15; i++) {
        CompletableFuture<Problem> ended = new CompletableFuture<>();
        hanging.add(ended);
        new Thread(
                () -> ended.complete(failure(address(server.url("rtsp")), bounds()).problem()),
                "hanging")
            .start();
      }
      await(() -> server.connections() == hanging.size());

      try (LiveStream good =
          Streams.open(StreamAddress.of(drawn("testsrc2=size=64x48:rate=10")), bounds())) {
        good.next();
        assertThat(hanging).noneMatch(CompletableFuture::isDone);
      }
      for (CompletableFuture<Problem> one : hanging) {
        assertThat(one.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isEqualTo(Problem.TIMEOUT);
      }
    }
  }
}
