package io.sightings.cli.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.ingest.settings.SourceSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputArgumentParserTest {

  @ParameterizedTest
  @CsvSource({
    "rtsp://10.0.0.5/stream1, 10.0.0.5-stream1",
    "rtsp://admin:s3cret@10.0.0.5:8554/stream1, 10.0.0.5-stream1",
    "rtsp://admin:p@ss/word@10.0.0.5/a/b, 10.0.0.5-a-b",
    "http://camera.local/video.mjpg?user=admin&password=s3cret, camera.local-video.mjpg"
  })
  void anAddressIsAStreamCalledAfterHostAndPathAndNeverAfterCredentials(String url, String id) {
    SourceSettings source = InputArgumentParser.of(url);

    assertThat(source.url()).isEqualTo(url);
    assertThat(source.id()).isEqualTo(id);
  }

  @Test
  void aDeviceIsAWebcam() {
    assertThat(InputArgumentParser.of("/dev/video0").device()).isEqualTo("/dev/video0");
    assertThat(InputArgumentParser.of("/dev/video0").id()).isEqualTo("video0");
  }

  @Test
  void anythingElseIsAFileOrFolder() {
    assertThat(InputArgumentParser.of("garden.mp4")).isEqualTo(SourceSettings.of("garden.mp4"));
    assertThat(InputArgumentParser.of("C:/videos/a.mp4").path()).isEqualTo("C:/videos/a.mp4");
  }

  @Test
  void anAddressThatCannotBeReadIsNotRepeatedInTheComplaint() {
    assertThatThrownBy(() -> InputArgumentParser.of("rtsp://admin:s3cret@[10.0.0.5/a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("s3cret");
  }
}
