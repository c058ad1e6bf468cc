package io.sightings.ingest.stream;

import static io.sightings.ingest.stream.Streams.bounds;
import static io.sightings.ingest.stream.Streams.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.sightings.cameras.CameraProtocol;
import io.sightings.cameras.CameraServer;
import io.sightings.cameras.clip.ClipCodec;
import io.sightings.cameras.clip.ClipSpec;
import io.sightings.cameras.clip.LabClip;
import io.sightings.ingest.TestVideo;
import io.sightings.ingest.address.StreamException;
import io.sightings.ingest.address.StreamException.Problem;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.ingest.settings.TlsSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cameras over TLS are what they say they are, or are not opened. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveStreamTlsTest {
  private Path dir;
  private TestCertificate good;
  private TestCertificate elsewhere;
  private TestCertificate expired;

  @BeforeAll
  void makeCertificates(@TempDir Path folder) throws Exception {
    dir = folder;
    String here = "dns:localhost,ip:127.0.0.1";
    good = TestCertificate.make(dir, "good", here, "-1d");
    elsewhere = TestCertificate.make(dir, "elsewhere", "dns:other.example,ip:10.9.9.9", "-1d");
    expired = TestCertificate.make(dir, "expired", here, "-10d");
  }

  @ParameterizedTest
  @CsvSource({
    "RTSPS, 127.0.0.1",
    "RTSPS, localhost",
    "MJPEG_TLS, 127.0.0.1",
    "MJPEG_TLS, localhost"
  })
  void aCertificateIsVerifiedUnlessTheSettingsSayOtherwise(CameraProtocol protocol, String host)
      throws Exception {
    try (CameraServer server = CameraServer.start(protocol, good.server())) {
      String url = url(server, protocol, host);

      look(url, new TlsSettings(true, good.pem().toString()));
      assertUntrusted(url, TlsSettings.defaults(), "signed by none of the trusted authorities");
      look(url, new TlsSettings(false, ""));
    }
    try (CameraServer server = CameraServer.start(protocol, elsewhere.server())) {
      TlsSettings trusting = new TlsSettings(true, elsewhere.pem().toString());

      assertUntrusted(url(server, protocol, host), trusting, "is for another host than " + host);
    }
    try (CameraServer server = CameraServer.start(protocol, expired.server())) {
      TlsSettings trusting = new TlsSettings(true, expired.pem().toString());

      assertUntrusted(url(server, protocol, host), trusting, "expired on 20");
    }
  }

  /** FFmpeg itself verifies none of them. */
  @ParameterizedTest
  @CsvSource({"127.0.0.1", "localhost"})
  void theSegmentsOfAPlaylistAreVerifiedLikeThePlaylist(String host) throws Exception {
    Files.copy(
        new TestVideo(96, 64).write(dir.resolve("made.ts"), 25, 30),
        dir.resolve("a.ts"),
        StandardCopyOption.REPLACE_EXISTING);
    HttpsServer segments = serve(elsewhere);
    HttpsServer trusted = serve(good);
    TlsSettings tls = new TlsSettings(true, good.pem().toString());
    try {
      String list = "https://%s:%d/list.m3u8".formatted(host, trusted.getAddress().getPort());

      playlist(host, trusted);
      look(list, tls);
      playlist(host, segments);
      assertThat(failure(address(list, tls), bounds()).problem()).isNotEqualTo(Problem.ENDED);
    } finally {
      segments.stop(0);
      trusted.stop(0);
    }
  }

  @Test
  void aFileOfCertificatesThatIsNotThereIsNamed() {
    StreamException failure =
        failure(address("https://127.0.0.1:1/a", new TlsSettings(true, "/no/ca.pem")), bounds());

    assertThat(failure).hasMessage("tls.ca: /no/ca.pem is not there or may not be read");
    assertThat(failure.lasting()).isTrue();
  }

  private static void look(String url, TlsSettings tls) throws StreamException {
    try (LiveStream stream = Streams.open(address(url, tls), bounds())) {
      stream.next();
      assertThat(stream.unknownOptions()).isEmpty();
    }
  }

  private static void assertUntrusted(String url, TlsSettings tls, String why) {
    StreamException failure = failure(address(url, tls), bounds());

    assertThat(failure.problem()).isEqualTo(Problem.UNTRUSTED);
    assertThat(failure).hasMessageContaining(why);
  }

  private static StreamAddress address(String url, TlsSettings tls) {
    return StreamAddress.of(SourceSettings.stream("test", url).withTls(tls));
  }

  private static String url(CameraServer server, CameraProtocol protocol, String host)
      throws IOException {
    ClipCodec codec = protocol == CameraProtocol.RTSPS ? ClipCodec.H264 : ClipCodec.JPEG;
    return server.camera("door", LabClip.of(ClipSpec.of(codec))).url().replace("127.0.0.1", host);
  }

  private void playlist(String host, HttpsServer segments) throws IOException {
    Files.writeString(
        dir.resolve("list.m3u8"),
        "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nhttps://%s:%d/a.ts\n#EXT-X-ENDLIST\n"
            .formatted(host, segments.getAddress().getPort()));
  }

  private HttpsServer serve(TestCertificate certificate) throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpsServer server = HttpsServer.create(any, 20);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
    server.createContext("/", this::file);
    server.start();
    return server;
  }

  private void file(HttpExchange exchange) throws IOException {
    Path file = dir.resolve(exchange.getRequestURI().getPath().substring(1));
    try (exchange) {
      byte[] bytes =
          Files.exists(file)
              ? Files.readAllBytes(file)
              : "none".getBytes(StandardCharsets.US_ASCII);
      exchange.sendResponseHeaders(Files.exists(file) ? 200 : 404, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
