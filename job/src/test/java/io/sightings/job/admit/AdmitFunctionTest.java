package io.sightings.job.admit;

import static io.sightings.job.admit.Deliveries.photo;
import static io.sightings.job.admit.Deliveries.video;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Frame;
import io.sightings.contract.KafkaMessage;
import io.sightings.contract.RejectReason;
import io.sightings.contract.RejectedFrame;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.contract.codec.ReplayedFrame;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmitFunctionTest extends AdmitBench {

  private static final double DAY = 24 * 3600;

  @Test
  void framesInTheirOrderAreAdmitted() throws Exception {
    receive(video(0, 0), video(1, 0.1), video(2, 0.1), video(3, 0.2));

    assertThat(sequences(admit)).containsExactly(0L, 1L, 2L, 3L);
    assertThat(metered.count("framesAdmitted")).isEqualTo(4);
  }

  @Test
  void aRepeatedFrameIsDroppedAndCounted() throws Exception {
    receive(video(0, 0), video(1, 1), video(0, 0), video(1, 1), video(2, 2));

    assertThat(sequences(admit)).containsExactly(0L, 1L, 2L);
    assertThat(rejected()).isEmpty();
    assertThat(metered.count("framesDuplicate")).isEqualTo(2);
  }

  @Test
  void aFrameThatGoesBackInTimeIsRejectedWithItsBytes() throws Exception {
    receive(video(0, 10), video(1, 9), video(2, 11));

    assertThat(sequences(admit)).containsExactly(0L, 2L);
    RejectedFrame frame = rejected().get(0);
    assertThat(frame.reason()).isEqualTo(RejectReason.BACK_IN_TIME);
    assertThat(frame.original().value()).containsExactly(1);
    assertThat(frame.original().key()).isEqualTo("door".getBytes(UTF_8));
    assertThat(frame.original().headers()).hasSameSizeAs(video(1, 9).message().headers());
    assertThat(frame.detail()).contains("2026-01-01T09:00:09Z").contains("run1");
    assertThat(frame.topic()).isEqualTo("frames");
    assertThat(frame.offset()).isEqualTo(1);
    assertThat(metered.count("framesBackInTime")).isEqualTo(1);
  }

  @Test
  void aRejectedFrameDoesNotMoveTheClockBack() throws Exception {
    receive(video(0, 10), video(1, 5), video(2, 6), video(3, 10));

    assertThat(sequences(admit)).containsExactly(0L, 3L);
    assertThat(metered.count("framesBackInTime")).isEqualTo(2);
  }

  @Test
  void aFrameFromTheFarFutureIsRejectedAndThoseAfterItAreNotLateForThat() throws Exception {
    receive(publishedAt(video(0, 10), 11), publishedAt(video(1, 3 * DAY), 12));
    receive(publishedAt(video(2, 12), 13));

    assertThat(sequences(admit)).containsExactly(0L, 2L);
    assertThat(rejected())
        .extracting(RejectedFrame::reason)
        .containsExactly(RejectReason.FAR_AHEAD);
    assertThat(rejected().get(0).detail()).contains("2026-01-04T09:00:00Z", "2026-01-01T09:00:12Z");
    assertThat(metered.count("framesFarAhead")).isEqualTo(1);
  }

  @Test
  void aClockThatIsSetRightMayLeapAndARecordingMayBeDatedInTheFuture() throws Exception {
    receive(publishedAt(video(0, -900 * DAY), 11), publishedAt(video(1, 11), 12));
    FrameRecord future = video("yard", "run1", 0, 900 * DAY);
    FrameRecord next = video("yard", "run1", 1, 900 * DAY + 1);
    receive(publishedAt(future, 13), publishedAt(next, 14));

    assertThat(sequences(admit)).containsExactly(0L, 1L, 0L, 1L);
  }

  private static FrameRecord publishedAt(FrameRecord delivery, int second) {
    KafkaMessage message = delivery.message();
    long time = Deliveries.START.plusSeconds(second).toEpochMilli();
    return Deliveries.from(
        new KafkaMessage(message.key(), message.value(), message.headers(), time),
        delivery.offset());
  }

  @Test
  void anotherRunMayBeEarlier() throws Exception {
    receive(video("door", "run1", 0, 10), video("door", "run2", 0, 0));

    assertThat(sequences(admit)).containsExactly(0L, 0L);
  }

  @Test
  void twoSourcesHaveTheirOwnClocks() throws Exception {
    receive(video("door", "run1", 5, 100), video("yard", "run1", 0, 0));

    assertThat(sequences(admit)).containsExactly(5L, 0L);
  }

  @Test
  void photosComeInAnyOrderOfTimeButOnlyOnce() throws Exception {
    receive(photo(0, 10), photo(1, 5), photo(2, 7), photo(1, 5));

    assertThat(sequences(admit)).containsExactly(0L, 1L, 2L);
    assertThat(metered.count("framesDuplicate")).isEqualTo(1);
  }

  @Test
  void aRecordThatIsNoFrameIsRejectedWithTheReasonAndItsBytes() throws Exception {
    KafkaMessage junk =
        new KafkaMessage(
            "door".getBytes(UTF_8),
            "not a frame".getBytes(UTF_8),
            List.of(new KafkaMessage.Header("colour", "red".getBytes(UTF_8))),
            12);
    receive(Deliveries.from(junk, 7), video(0, 0));

    assertThat(sequences(admit)).containsExactly(0L);
    RejectedFrame frame = rejected().get(0);
    assertThat(frame.reason()).isEqualTo(RejectReason.MALFORMED_HEADERS);
    assertThat(frame.detail()).contains("ce_specversion");
    assertThat(frame.original()).usingRecursiveComparison().isEqualTo(junk);
    assertThat(frame.offset()).isEqualTo(7);
    assertThat(metered.count("framesMalformed")).isEqualTo(1);
  }

  @Test
  void anotherPictureUnderAnIdThatWasIsRejectedAndNotTakenForTheOldOne() throws Exception {
    receive(video(0, 0), video(1, 1), video(0, 50), video(1, 51), video(2, 2));

    assertThat(sequences(admit)).containsExactly(0L, 1L, 2L);
    assertThat(rejected())
        .extracting(RejectedFrame::reason)
        .containsExactly(RejectReason.REPEATED_EPOCH, RejectReason.REPEATED_EPOCH);
    assertThat(rejected().get(0).detail()).contains("epoch run1 was used before");
    assertThat(metered.count("framesOfRepeatedEpoch")).isEqualTo(2);
    assertThat(metered.count("framesDuplicate")).isZero();
  }

  @Test
  void aRejectedFrameThatIsReplayedIsAdmittedOnceAndJudgedByItself() throws Exception {
    receive(video(0, 10), video(1, 9), video(2, 11));
    KafkaMessage original = rejected().get(0).original();
    FrameRecord replayed = Deliveries.from(ReplayedFrame.of(original, "frames.rejected", 0, 5), 3);

    receive(replayed, replayed, video(3, 12));

    assertThat(sequences(admit)).containsExactly(0L, 2L, 1L, 3L);
    assertThat(admit.extractOutputValues().get(2).info().source().kind())
        .isEqualTo(SourceKind.IMAGE);
    assertThat(metered.count("framesReplayed")).isEqualTo(1);
    assertThat(metered.count("framesDuplicate")).isEqualTo(1);
  }

  @Test
  void everyDeliveryIsCountedOnce() throws Exception {
    SourceInfo door = SourceInfo.of("door", SourceKind.VIDEO);
    receive(
        video(0, 0),
        video(1, 5),
        video(1, 5),
        video(2, 3),
        Deliveries.from(new KafkaMessage(null, null, List.of(), 0), 0),
        Deliveries.of(Frame.heartbeat(door, "run1", 3, Deliveries.START.plusSeconds(6), null)),
        Deliveries.ended(door, "run1", 4, Deliveries.START.plusSeconds(7)));

    long counted =
        metered.count("framesAdmitted")
            + metered.count("heartbeatsAdmitted")
            + metered.count("endsAdmitted")
            + metered.count("framesDuplicate")
            + metered.count("framesBackInTime")
            + metered.count("framesMalformed");
    assertThat(counted).isEqualTo(7);
    assertThat(metered.count("heartbeatsAdmitted")).isEqualTo(1);
    assertThat(metered.count("endsAdmitted")).isEqualTo(1);
  }
}
