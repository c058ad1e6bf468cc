package io.sightings.ingest.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FfmpegLogTest {

  @Test
  void thePasswordInAnAddressIsNotLogged() {
    assertThat(FfmpegLog.redacted("Could not open rtsp://admin:s3c@ret@10.0.0.1/stream"))
        .isEqualTo("Could not open rtsp://***@10.0.0.1/stream");
  }
}
