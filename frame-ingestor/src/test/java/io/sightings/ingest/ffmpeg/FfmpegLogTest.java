package io.sightings.ingest.ffmpeg;

import static io.sightings.ingest.stream.Streams.address;
import static io.sightings.ingest.stream.Streams.bounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_INFO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_TRACE;
import static org.bytedeco.ffmpeg.global.avutil.av_log;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import io.sightings.ingest.address.KnownSecrets;
import io.sightings.ingest.address.StreamException;
import io.sightings.ingest.stream.LogLines;
import io.sightings.ingest.stream.StreamAddress;
import io.sightings.ingest.stream.Streams;
import io.sightings.ingest.stream.TcpServer;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.bytedeco.javacpp.BytePointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FfmpegLogTest {
  private LogLines log;

  @BeforeEach
  void listen() {
    log = LogLines.of("io.sightings.ffmpeg");
    FfmpegLog.install();
    av_log_set_level(AV_LOG_TRACE);
  }

  @AfterEach
  void stop() {
    log.close();
    FfmpegLog.install();
  }

  @Test
  void thePasswordInAnAddressIsNotLogged() {
    say("Could not open rtsp://admin:s3c@ret@10.0.0.1/stream\n");

    assertThat(log.lines()).containsExactly("Could not open rtsp://***@10.0.0.1/stream");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Opening 'http://u:geheim@cam/a' for reading",
        "Opening 'http://u:ge heim@cam/a' for reading",
        "rtsp://admin:\"geheim\"@cam/a failed",
        "rtsp://cam/user=admin_password=geheim_channel=1",
        "http://cam/a?token=geheim&x=1",
        "http://cam/a?x=geheim",
        "rtsp://admin:geheim",
        "admin:geheim@cam: refused",
        "Authorization: Digest username=\"geheim\", response=\"geheim\"",
        "authorization: Basic geheim",
        "Set-Cookie: session=geheim; path=/",
        "header: X-Api-Key: geheim",
        "\"password\": \"geheim\", \"x\"",
        "password = geheim",
        "redirected to https://cdn/x?Signature=geheim&Expires=1"
      })
  void whatLooksLikeACredentialIsNotLogged(String message) {
    say(message + "\n");

    assertThat(log.lines()).hasSize(1).noneMatch(line -> line.contains("eheim"));
  }

  @Test
  void whatAnAddressHoldsIsNotLoggedWhereverItAppears() {
    StreamAddress address = address("rtsp://viewer:ge%20heim@cam/key/aB3dE5gH7jK9mN1p?odd");
    String basic = Base64.getEncoder().encodeToString("viewer:ge heim".getBytes());
    String message = "a ge heim b ge%20heim c " + basic + " d aB3dE5gH7jK9mN1p e\n";
    try (KnownSecrets.Hidden first = FfmpegLog.hide(address.secrets())) {
      KnownSecrets.Hidden second = FfmpegLog.hide(address.secrets());
      say(message);
      second.close();
      say(message);
      assertThat(first).isNotNull();
    }
    assertThat(log.lines())
        .containsExactly("a *** b *** c *** d *** e", "a *** b *** c *** d *** e");
  }

  @Test
  void aClosedAddressIsForgotten() {
    FfmpegLog.hide(Set.of("plain words")).close();

    say("some plain words\n");

    assertThat(log.lines()).containsExactly("some plain words");
  }

  @Test
  void aLineWrittenInPiecesIsOneLine() {
    say("Could not open rtsp://admin:s3");
    say("cret@10.0.0.1/");
    assertThat(log.lines()).isEmpty();

    say("stream\n");

    assertThat(log.lines()).containsExactly("Could not open rtsp://***@10.0.0.1/stream");
  }

  @Test
  void aLineTooLongForTheBufferShowsNoHalfOfAPassword() {
    for (int length = 900; length < 1030; length++) {
      say("x".repeat(length) + " rtsp://admin:12345geheim@10.0.0.1/stream\n");
    }
    say("\n");

    assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains("1234"));
  }

  @Test
  void aRefusedCameraDoesNotBringItsPasswordIntoTheLog() throws Exception {
    String challenge =
        "RTSP/1.0 401 Unauthorized\nWWW-Authenticate: Digest realm=\"cam\", nonce=\"abc\"\n"
            + "WWW-Authenticate: Basic realm=\"cam\"";
    try (TcpServer server = TcpServer.answering(challenge)) {
      for (String scheme : List.of("rtsp", "http")) {
        String url = scheme + "://viewer:geh%40eim@127.0.0.1:" + server.port() + "/s?key=verborgen";
        StreamException refused = Streams.failure(address(url), bounds());
        assertThat(refused.getMessage()).doesNotContain("geh").doesNotContain("verborgen");
      }
    }
    assertThat(log.lines())
        .isNotEmpty()
        .noneMatch(line -> line.contains("geh") || line.contains("verborgen"));
  }

  /** As FFmpeg itself would. */
  private static void say(String message) {
    try (BytePointer text = new BytePointer(message.replace("%", "%%"))) {
      av_log(null, message.length() % 2 == 0 ? AV_LOG_ERROR : AV_LOG_INFO, text);
    }
  }
}
