package io.sightings.ingest.stream;

import static io.sightings.ingest.stream.Streams.bounds;
import static io.sightings.ingest.stream.Streams.drawn;
import static io.sightings.ingest.stream.Streams.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sightings.ingest.WebcamLibrary;
import io.sightings.ingest.address.StreamException;
import io.sightings.ingest.address.StreamException.Problem;
import io.sightings.ingest.jpeg.JpegWriter;
import io.sightings.ingest.settings.SampleSettings;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.ingest.settings.SourceSettingsBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Through FFmpeg's library for devices; its test picture stands in for a webcam. */
class WebcamTest {

  @BeforeAll
  static void look() {
    WebcamLibrary.assume();
  }

  @Test
  void aWebcamIsRead() throws Exception {
    StreamAddress address = StreamAddress.of(drawn("testsrc2=size=640x360:rate=10,realtime"));
    try (LiveStream stream = Streams.open(address, bounds());
        JpegWriter jpegs = new JpegWriter(SampleSettings.defaults(), 8 << 20)) {
      for (int i = 0; i < 8; i++) {
        stream.next();
        assertThat(stream.micros()).isCloseTo(i * 100_000L, within(1000L));
        assertThat(jpegs.write(stream).width()).isEqualTo(640);
      }
      assertThat(stream.info().fps()).isEqualTo(10);
      assertThat(address.transport()).isEqualTo("lavfi");
    }
  }

  @Test
  void aWebcamThatIsNotThereIsNotFound() {
    SourceSettings source =
        SourceSettingsBuilder.builder().id("desk").device("/dev/video77").format("v4l2").build();

    StreamException failure = failure(StreamAddress.of(source), bounds());

    boolean linux = System.getProperty("os.name").contains("Linux");
    assertThat(failure.problem()).isEqualTo(linux ? Problem.NOT_FOUND : Problem.UNSUPPORTED);
  }

  @Test
  void aFormatThatIsUnknownNeedsOtherSettings() {
    SourceSettings source =
        SourceSettingsBuilder.builder().id("desk").device("cam").format("carrierpigeon").build();

    StreamException failure = failure(StreamAddress.of(source), bounds());

    assertThat(failure.problem()).isEqualTo(Problem.UNSUPPORTED);
    assertThat(failure).hasMessageContaining("carrierpigeon");
    assertThat(failure.lasting()).isTrue();
  }
}
