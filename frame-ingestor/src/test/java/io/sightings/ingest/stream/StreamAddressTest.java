package io.sightings.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.ingest.settings.SourceSettings;
import io.sightings.ingest.settings.SourceSettingsBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "rtsp://cam/a viewer p@ss:/?#%é rtsp://viewer:p%40ss%3A%2F%3F%23%25%C3%A9@cam/a",
        "rtsp://viewer@cam:554/a ignored secret rtsp://viewer:secret@cam:554/a",
        "rtsp://viewer:own@cam/a other secret rtsp://viewer:own@cam/a",
        "rtsp://ad:min:p@ss@cam/a '' '' rtsp://ad:min:p@ss@cam/a",
        "http://[fe80::1]:8080/a '' '' http://[fe80::1]:8080/a",
        "udp://@239.0.0.1:1234 '' '' udp://@239.0.0.1:1234"
      })
  void userNameAndPasswordGoIntoTheUrl(
      String url, String username, String password, String expected) {
    assertThat(StreamAddress.of(settings(url, username, password, "")).url()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "rtsp://viewer:geheim@10.0.0.5:554/stream1 rtsp://10.0.0.5:554/stream1",
        "rtsp://viewer:ge@he:im@10.0.0.5/stream1 rtsp://10.0.0.5/stream1",
        "rtsp://geheim@10.0.0.5/stream1 rtsp://10.0.0.5/stream1",
        "http://cam/a.mjpg?user=admin&pwd=geheim&x http://cam/a.mjpg?user=***&pwd=***&***",
        "http://cam/a.mjpg?geheim http://cam/a.mjpg?***",
        "http://cam/a.m3u8#geheim http://cam/a.m3u8#***",
        "rtsp://cam/user=admin_password=geheim_channel=1.sdp?real_stream rtsp://cam/user=***?***",
        "rtsp://cam/live/admin:geheim/0 rtsp://cam/live/admin:***/0",
        "rtsps://cam:7441/aB3dE5gH7jK9mN1p rtsps://cam:7441/***",
        "rtsp://cam/Streaming/Channels/101 rtsp://cam/Streaming/Channels/101",
        "http://cam/?a=/geheim http://cam/?a=***"
      })
  void nothingSecretIsShown(String url, String shown) {
    StreamAddress address = StreamAddress.of(SourceSettings.stream("door", url));

    assertThat(address.shown()).isEqualTo(shown);
    assertThat(address).hasToString("StreamAddress[" + shown + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rtsp://admin:gehe/im@cam/stream",
        "rtsp://admin:gehe?im@cam/stream",
        "rtsp://admin:gehe#im@cam/stream",
        "rtsp://admin:geh eim@cam/stream",
        "geheim@cam/stream",
        "10.0.0.5/geheim"
      })
  void whatCannotBeUnderstoodIsNotRepeated(String url) {
    SourceSettings source = SourceSettings.stream("door", url);

    assertThatThrownBy(() -> StreamAddress.of(source))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("geh").startsWith("the url "));
  }

  @Test
  void rtspComesByTcpUnlessItIsToldOtherwise() {
    assertThat(StreamAddress.of(settings("rtsp://cam/a", "", "", "")).transport()).isEqualTo("tcp");
    assertThat(StreamAddress.of(settings("rtsp://cam/a", "", "", "udp")).transport())
        .isEqualTo("udp");
    assertThat(StreamAddress.of(settings("https://cam/a.m3u8", "", "", "")).transport())
        .isEqualTo("https");
  }

  @Test
  void optionsOfTheSourceAreOptionsOfFfmpeg() {
    SourceSettings source =
        SourceSettingsBuilder.builder()
            .id("door")
            .url("rtsp://cam/a")
            .options(Map.of("rtsp_transport", "http", "user_agent", "x"))
            .build();

    assertThat(StreamAddress.of(source).options())
        .containsEntry("rtsp_transport", "http")
        .containsEntry("user_agent", "x");
  }

  @Test
  void aWebcamIsReadByWhatTheSystemHasForIt() {
    SourceSettings source =
        SourceSettingsBuilder.builder().id("desk").device("/dev/video0").build();

    StreamAddress address = StreamAddress.of(source);

    assertThat(address.url()).endsWith("/dev/video0");
    assertThat(address.format()).isIn("v4l2", "avfoundation", "dshow");
    assertThat(WebcamDevices.address("dshow", "Camera")).isEqualTo("video=Camera");
    assertThat(WebcamDevices.address("dshow", "video=Camera")).isEqualTo("video=Camera");
  }

  private static SourceSettings settings(
      String url, String username, String password, String transport) {
    return SourceSettingsBuilder.builder()
        .id("door")
        .url(url)
        .username(username)
        .password(password)
        .transport(transport)
        .build();
  }
}
