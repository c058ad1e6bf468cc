package io.sightings.ingest.stream;

import static io.sightings.ingest.stream.Streams.end;
import static io.sightings.ingest.stream.Streams.failure;
import static io.sightings.ingest.stream.Streams.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sightings.ingest.TestPhoto;
import io.sightings.ingest.TestVideo;
import io.sightings.ingest.address.StreamException;
import io.sightings.ingest.address.StreamException.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cameras and servers that speak HTTP. */
class LiveStreamHttpTest {
  private static final long FRAME_NANOS = 50_000_000;

  @TempDir Path dir;
  private HttpServer server;
  private ExecutorService threads;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 20);
    threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.createContext("/hls/", this::file);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  @Test
  void jpegsThatAnHttpServerPushesAreRead() throws Exception {
    byte[] jpeg = TestPhoto.of("jpeg", 160, 120);
    server.createContext("/mjpeg", exchange -> push(exchange, jpeg, 20));

    try (LiveStream stream = open(url("/mjpeg"))) {
      long before = -1;
      for (int i = 0; i < 19; i++) {
        stream.next();
        assertThat(stream.micros()).isGreaterThan(before);
        before = stream.micros();
      }
      assertThat(stream.info().codec()).isEqualTo("mjpeg");
      assertThat(stream.info().width()).isEqualTo(160);
      assertThat(stream.cameraTime()).isNull();
      assertThat(end(stream).problem()).isEqualTo(Problem.ENDED);
    }
  }

  @Test
  void httpCamerasAskForALoginToo() throws Exception {
    byte[] jpeg = TestPhoto.of("jpeg", 160, 120);
    server
        .createContext("/mjpeg", exchange -> push(exchange, jpeg, 20))
        .setAuthenticator(
            new BasicAuthenticator("camera") {
              @Override
              public boolean checkCredentials(String user, String password) {
                return "viewer".equals(user) && "p@ss".equals(password);
              }
            });

    assertThat(failure(url("/mjpeg")).problem()).isEqualTo(Problem.LOGIN_REFUSED);
    try (LiveStream stream = open(url("/mjpeg").replace("http://", "http://viewer:p%40ss@"))) {
      stream.next();
    }
  }

  @Test
  void picturesThatAreTooLargeAreNotDecoded() throws Exception {
    byte[] jpeg = TestPhoto.of("jpeg", 160, 120);
    server.createContext("/mjpeg", exchange -> push(exchange, jpeg, 200));
    StreamBounds small = new StreamBounds(Streams.TIMEOUT, 100, false);

    StreamException failure = failure(Streams.address(url("/mjpeg")), small);

    assertThat(failure.problem()).isIn(Problem.TOO_LARGE, Problem.BROKEN);
  }

  @Test
  void aPlaylistIsReadToItsEnd() throws Exception {
    playlist();

    try (LiveStream stream = open(url("/hls/list.m3u8"))) {
      for (int i = 0; i < 40; i++) {
        stream.next();
      }
      assertThat(stream.micros()).isBetween(1_400_000L, 1_700_000L);
      assertThat(end(stream).problem()).isEqualTo(Problem.ENDED);
    }
  }

  @Test
  void aPlaylistThatGoesOnIsWaitedForUntilTheTimeout() throws Exception {
    Path list = playlist();
    Files.writeString(list, Files.readString(list).replace("#EXT-X-ENDLIST", ""));

    assertThat(failure(url("/hls/list.m3u8")).problem()).isEqualTo(Problem.TIMEOUT);
  }

  @Test
  void aPlaylistCannotMakeThisMachinesFilesBeRead() throws Exception {
    playlist();
    Path secret;
    try (var files = Files.list(dir)) {
      secret = files.filter(file -> file.toString().endsWith(".ts")).findFirst().orElseThrow();
    }
    for (String segment : new String[] {"file:" + secret, "file://" + secret, "concat:" + secret}) {
      Files.writeString(
          dir.resolve("evil.m3u8"),
          "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n" + segment + "\n#EXT-X-ENDLIST\n");

      // Had a picture come, it would have been read to its end.
      assertThat(failure(url("/hls/evil.m3u8")).problem()).isNotEqualTo(Problem.ENDED);
    }
  }

  @Test
  void aFileIsReadWhereItIsNamedAsAStream() throws Exception {
    Path file = new TestVideo(96, 64).write(dir.resolve("a.mp4"), 25, 10);

    try (LiveStream stream = open("file://" + file)) {
      stream.next();
      assertThat(end(stream).problem()).isEqualTo(Problem.ENDED);
    }
  }

  /** Two seconds of H.264 in segments of one. */
  private Path playlist() throws IOException {
    Path list = dir.resolve("list.m3u8");
    av_log_set_level(AV_LOG_ERROR);
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(list.toFile(), 96, 64, 0);
        Frame frame = new Frame(96, 64, Frame.DEPTH_UBYTE, 3)) {
      recorder.setFormat("hls");
      recorder.setVideoCodec(AV_CODEC_ID_H264);
      recorder.setPixelFormat(AV_PIX_FMT_YUV420P);
      recorder.setFrameRate(25);
      recorder.setGopSize(25);
      recorder.setOption("hls_time", "1");
      recorder.start();
      for (int i = 0; i < 50; i++) {
        recorder.record(frame, AV_PIX_FMT_BGR24);
      }
    }
    return list;
  }

  private void file(HttpExchange exchange) throws IOException {
    Path file = dir.resolve(Path.of(exchange.getRequestURI().getPath()).getFileName());
    try (exchange) {
      byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
      exchange.sendResponseHeaders(
          Files.exists(file) ? 200 : 404, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static void push(HttpExchange exchange, byte[] jpeg, int count) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "multipart/x-mixed-replace;boundary=frame");
    exchange.sendResponseHeaders(200, 0);
    try (exchange;
        OutputStream body = exchange.getResponseBody()) {
      for (int i = 0; i < count; i++) {
        String head =
            "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " + jpeg.length + "\r\n\r\n";
        body.write(head.getBytes(StandardCharsets.US_ASCII));
        body.write(jpeg);
        body.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        body.flush();
        LockSupport.parkNanos(FRAME_NANOS);
      }
    }
  }
}
