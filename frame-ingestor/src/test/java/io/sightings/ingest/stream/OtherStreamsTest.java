package io.sightings.ingest.stream;

import static io.sightings.ingest.stream.Streams.failure;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sightings.ingest.ReferringFile;
import io.sightings.ingest.ReferringFile.Prefix;
import io.sightings.ingest.TestVideo;
import io.sightings.ingest.address.StreamException;
import io.sightings.ingest.address.StreamException.Problem;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.ingest.settings.SourceSettingsBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A camera cannot make FFmpeg open anything else, except the segments of its own playlist. */
class OtherStreamsTest {
  @TempDir Path dir;
  private final Map<String, byte[]> contents = new ConcurrentHashMap<>();
  private final Set<String> asked = new ConcurrentSkipListSet<>();
  private HttpServer server;
  private ExecutorService threads;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 20);
    threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HLS", value = ReferringFile.class)
  void whatACameraRefersToIsNotOpened(ReferringFile kind) throws Exception {
    contents.put("/private.ts", video());
    String path = "/" + kind.fileName().replace("%", "");
    for (Prefix prefix : Prefix.values()) {
      contents.put(
          path,
          kind.naming(prefix, kind == ReferringFile.CONCAT ? "private.ts" : url("/private.ts")));

      assertThat(failure(url(path)).problem())
          .as("%s after %s", kind, prefix)
          .isNotIn(Problem.ENDED, Problem.TIMEOUT);
    }
    assertThat(asked).containsExactly(path);
  }

  @Test
  void aListThatNamesItselfEndsNothing() throws Exception {
    contents.put("/live", ReferringFile.CONCAT.naming(Prefix.NOTHING, "live"));

    assertThat(failure(url("/live")).problem()).isEqualTo(Problem.BROKEN);
  }

  /** Each segment refers to a video that would be shown. */
  @ParameterizedTest
  @EnumSource(ReferringFile.class)
  void aSegmentOfAPlaylistRefersToNothing(ReferringFile kind) throws Exception {
    contents.put("/private.ts", video());
    contents.put(
        "/segment.ts",
        kind.naming(
            Prefix.NOTHING, kind == ReferringFile.CONCAT ? "private.ts" : url("/private.ts")));
    contents.put("/list.m3u8", ReferringFile.HLS.naming(Prefix.NOTHING, url("/segment.ts")));

    assertThat(failure(url("/list.m3u8")).problem()).isNotEqualTo(Problem.ENDED);
    assertThat(asked).contains("/segment.ts").doesNotContain("/private.ts");
  }

  @Test
  void aPlaylistThatIsItsOwnSegmentEndsNothing() throws Exception {
    contents.put("/self.ts", ReferringFile.HLS.naming(Prefix.NOTHING, url("/self.ts")));

    assertThat(failure(url("/self.ts"))).isInstanceOf(StreamException.class);
  }

  @Test
  void aFormatThatOpensOthersCannotBeNamed() {
    SourceSettings source =
        SourceSettingsBuilder.builder().id("test").url(url("/a")).format("concat").build();

    assertThat(failure(StreamAddress.of(source), Streams.bounds()))
        .hasMessageContaining("format \"concat\" is not opened");
  }

  @Test
  void aCodecThatIsNotOnTheListIsRefusedByItsName() throws Exception {
    contents.put("/a.mp4", Files.readAllBytes(ContainerSamples.inVvc(dir.resolve("a.mp4"))));

    assertThat(failure(url("/a.mp4")))
        .hasMessage("video of the codec vvc is not read: set the camera to H.264 or H.265")
        .returns(Problem.UNSUPPORTED, StreamException::problem);
  }

  private byte[] video() throws IOException {
    return Files.readAllBytes(new TestVideo(96, 64).write(dir.resolve("private.ts"), 25, 30));
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    byte[] content = contents.getOrDefault(path, "none".getBytes(US_ASCII));
    try (exchange) {
      exchange.sendResponseHeaders(contents.containsKey(path) ? 200 : 404, content.length);
      exchange.getResponseBody().write(content);
    }
  }
}
