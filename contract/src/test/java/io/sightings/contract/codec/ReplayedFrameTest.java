package io.sightings.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.KafkaMessage;
import io.sightings.contract.RejectReason;
import io.sightings.contract.RejectedFrame;
import io.sightings.contract.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayedFrameTest {
  private final KafkaMessage original = SightingsTopics.FRAMES.codec().encode(Samples.image());
  private final KafkaMessage replayed = ReplayedFrame.of(original, "frames.rejected", 3, 77);

  @Test
  void aReplayIsTheRecordAsItWasAndTheNameOfItsRejection() throws Exception {
    assertThat(replayed.key()).isEqualTo(original.key());
    assertThat(replayed.value()).isSameAs(original.value());
    assertThat(replayed.headers())
        .startsWith(original.headers().toArray(KafkaMessage.Header[]::new));
    assertThat(replayed.headers()).hasSize(original.headers().size() + 1);
    assertThat(ReplayedFrame.rejection(replayed)).isEqualTo("frames.rejected-3@77");
    assertThat(new FrameCodec().decodeInfo(replayed))
        .isEqualTo(new FrameCodec().decodeInfo(original));
  }

  @Test
  void aRecordOfAnyOtherKindIsNoReplay() {
    assertThat(ReplayedFrame.rejection(original)).isNull();
  }

  @Test
  void aReplayThatIsRejectedAgainIsTheOriginalAgain() throws Exception {
    RejectedFrame again =
        new RejectedFrame(replayed, RejectReason.UNREADABLE_IMAGE, "still", "frames", 0, 9);
    RejectedFrame read =
        SightingsTopics.REJECTED.codec().decode(SightingsTopics.REJECTED.codec().encode(again));

    assertThat(read.original().headers())
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(original.headers());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "frames.rejected", "a b-0@1", "frames.rejected-0@-1", "x-0@1\n"})
  void whatNamesNoRejectionMakesNoReplay(String name) {
    List<KafkaMessage.Header> headers = new ArrayList<>(original.headers());
    headers.add(new KafkaMessage.Header(ReplayedFrame.HEADER, name.getBytes(UTF_8)));

    assertThat(
            ReplayedFrame.rejection(new KafkaMessage(original.key(), original.value(), headers, 0)))
        .isNull();
  }
}
