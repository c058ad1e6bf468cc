package io.sightings.job.admit;

import static io.sightings.job.admit.Deliveries.photo;
import static io.sightings.job.admit.Deliveries.video;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Frame;
import io.sightings.contract.RejectReason;
import io.sightings.contract.RejectedFrame;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.contract.codec.Message;
import io.sightings.contract.codec.Replay;
import io.sightings.job.Metered;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdmitFunctionTest {
  private static final OutputTag<RejectedFrame> REJECTED = new OutputTag<>("rejected") {};

  private static final double DAY = 24 * 3600;

  private final Metered metered = new Metered();
  private OneInputStreamOperatorTestHarness<Delivery, Delivery> admit;

  @BeforeEach
  void open() throws Exception {
    admit = new OneInputStreamOperatorTestHarness<>(operator(), metered.environment());
    admit.open();
  }

  @AfterEach
  void close() throws Exception {
    admit.close();
  }

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
    Delivery future = video("yard", "run1", 0, 900 * DAY);
    Delivery next = video("yard", "run1", 1, 900 * DAY + 1);
    receive(publishedAt(future, 13), publishedAt(next, 14));

    assertThat(sequences(admit)).containsExactly(0L, 1L, 0L, 1L);
  }

  private static Delivery publishedAt(Delivery delivery, int second) {
    Message message = delivery.message();
    long time = Deliveries.START.plusSeconds(second).toEpochMilli();
    return Deliveries.from(
        new Message(message.key(), message.value(), message.headers(), time), delivery.offset());
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
    Message junk =
        new Message(
            "door".getBytes(UTF_8),
            "not a frame".getBytes(UTF_8),
            List.of(new Message.Header("colour", "red".getBytes(UTF_8))),
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
    Message original = rejected().get(0).original();
    Delivery replayed = Deliveries.from(Replay.of(original, "frames.rejected", 0, 5), 3);

    receive(replayed, replayed, video(3, 12));

    assertThat(sequences(admit)).containsExactly(0L, 2L, 1L, 3L);
    assertThat(admit.extractOutputValues().get(2).info().source().kind())
        .isEqualTo(SourceKind.IMAGE);
    assertThat(metered.count("framesReplayed")).isEqualTo(1);
    assertThat(metered.count("framesDuplicate")).isEqualTo(1);
  }

  @Test
  void aReplayIsRememberedAcrossARestartAndANewRejectionOfTheFrameIsNotTheOldOne()
      throws Exception {
    Message original = video(1, 9).message();
    receive(Deliveries.from(Replay.of(original, "frames.rejected", 0, 5), 3));
    OperatorSubtaskState before = admit.snapshot(1, 1);

    try (var restored = restored(before, 1, 2, 1)) {
      restored.processElement(Deliveries.from(Replay.of(original, "frames.rejected", 0, 5), 4), 0);
      assertThat(restored.extractOutputValues()).isEmpty();
      restored.processElement(Deliveries.from(Replay.of(original, "frames.rejected", 0, 9), 5), 0);
      assertThat(sequences(restored)).containsExactly(1L);
    }
  }

  @Test
  void everyDeliveryIsCountedOnce() throws Exception {
    SourceInfo door = SourceInfo.of("door", SourceKind.VIDEO);
    receive(
        video(0, 0),
        video(1, 5),
        video(1, 5),
        video(2, 3),
        Deliveries.from(new Message(null, null, List.of(), 0), 0),
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

  @Test
  void afterARestartWithMoreInstancesEachKnowsWhatWasAdmitted() throws Exception {
    receive(video("door", "run1", 5, 10), video("yard", "run1", 3, 10));
    OperatorSubtaskState before = admit.snapshot(1, 1);

    for (int instance = 0; instance < 3; instance++) {
      try (var restored = restored(before, 1, 3, instance)) {
        restored.processElement(video("door", "run1", 5, 10), 0);
        restored.processElement(video("yard", "run1", 3, 10), 0);
        restored.processElement(video("yard", "run1", 4, 11), 0);
        assertThat(sequences(restored)).containsExactly(4L);
      }
    }
  }

  @Test
  void afterARestartWithFewerInstancesTheFarthestMarkCounts() throws Exception {
    receive(video("door", "run1", 5, 10));
    OperatorSubtaskState behind = admit.snapshot(1, 1);
    receive(video("door", "run1", 9, 12));
    OperatorSubtaskState ahead = admit.snapshot(2, 2);
    OperatorSubtaskState both = AbstractStreamOperatorTestHarness.repackageState(ahead, behind);

    try (var restored = restored(both, 2, 1, 0)) {
      restored.processElement(video("door", "run1", 9, 12), 0);
      restored.processElement(video("door", "run1", 10, 11), 0);
      restored.processElement(video("door", "run1", 11, 12), 0);
      assertThat(sequences(restored)).containsExactly(11L);
    }
  }

  private static OneInputStreamOperatorTestHarness<Delivery, Delivery> restored(
      OperatorSubtaskState state, int before, int after, int instance) throws Exception {
    var harness = new OneInputStreamOperatorTestHarness<>(operator(), 8, after, instance);
    harness.initializeState(
        AbstractStreamOperatorTestHarness.repartitionOperatorState(
            state, 8, before, after, instance));
    harness.open();
    return harness;
  }

  private static ProcessOperator<Delivery, Delivery> operator() {
    return new ProcessOperator<>(new AdmitFunction(REJECTED));
  }

  private void receive(Delivery... deliveries) throws Exception {
    for (Delivery delivery : deliveries) {
      admit.processElement(delivery, 0);
    }
  }

  private List<RejectedFrame> rejected() {
    var all = admit.getSideOutput(REJECTED);
    return all == null ? List.of() : all.stream().map(StreamRecord::getValue).toList();
  }

  private static List<Long> sequences(OneInputStreamOperatorTestHarness<Delivery, Delivery> from) {
    return from.extractOutputValues().stream().map(admitted -> admitted.info().sequence()).toList();
  }
}
