package io.sightings.job.detect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.FaceBox;
import io.sightings.contract.RejectReason;
import io.sightings.contract.RejectedFrame;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.contract.image.UnreadableImageException;
import io.sightings.engine.DetectedFace;
import io.sightings.engine.FaceQuality;
import io.sightings.engine.FaceShot;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.FrameAnalysis;
import io.sightings.engine.LocatedFace;
import io.sightings.job.Metered;
import io.sightings.job.admit.Deliveries;
import io.sightings.job.admit.FrameRecord;
import io.sightings.job.quarantine.AttemptJournal;
import io.sightings.job.settings.JobSettings;
import io.sightings.job.settings.WorkSettings;
import io.sightings.job.settings.WorkSettings.By;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.streaming.api.functions.async.CollectionSupplier;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EmptySource;
import org.junit.jupiter.params.provider.NullSource;

/** What becomes of a frame in the detect stage: analysed, or rejected with a reason. */
class DetectResultTest {
  private static final OutputTag<RejectedFrame> REJECTED = new OutputTag<>("rejected") {};
  private static final byte[] IMAGE = "an image".getBytes(UTF_8);
  private static final FrameRecord DELIVERY =
      Deliveries.image(SourceInfo.of("door", SourceKind.LIVE), "run1", 7, Deliveries.START, IMAGE);

  private final FrameDetector detector =
      new FrameDetector(new DetectMetrics(new UnregisteredMetricsGroup()));

  @Test
  void facesTravelOnWithoutThePicture() {
    byte[] crop = {1, 2, 3};
    DetectedFace face =
        new DetectedFace(
            new FaceBox(10, 20, 30, 40),
            new float[10],
            0.9f,
            new FaceQuality(30, 50, 0.9f, 0, 0.7f, true),
            crop,
            new FaceShot(new byte[] {4}, new FaceBox(1, 2, 3, 4)));

    SeenFrame seen =
        detector
            .detect(
                analyser(
                    new FrameAnalysis(640, 480, List.of(face), new FrameAnalysis.Timings(1, 2, 3))),
                DELIVERY)
            .frame();

    SeenFace only = seen.faces().get(0);
    assertThat(seen.info()).isEqualTo(DELIVERY.info());
    assertThat(seen.width()).isEqualTo(640);
    assertThat(only.box()).isEqualTo(new FaceBox(10, 20, 30, 40));
    assertThat(only.crop()).isSameAs(crop);
    assertThat(only.picture().jpeg()).containsExactly(4);
    assertThat(only.picture().face()).isEqualTo(new FaceBox(1, 2, 3, 4));
    assertThat(only.service()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "EMPTY, EMPTY_IMAGE",
    "TOO_MANY_BYTES, TOO_LARGE",
    "TOO_MANY_PIXELS, TOO_LARGE",
    "TOO_COSTLY, TOO_LARGE",
    "NOT_AN_IMAGE, UNREADABLE_IMAGE",
    "UNSUPPORTED, UNREADABLE_IMAGE",
    "TRUNCATED, UNREADABLE_IMAGE",
    "CORRUPT, UNREADABLE_IMAGE"
  })
  void anUnreadablePictureIsRejectedWithItsReason(
      UnreadableImageException.Reason fault, RejectReason reason) {
    RejectedFrame rejected =
        detector
            .detect(failing(new UnreadableImageException(fault, "it is broken")), DELIVERY)
            .rejected();

    assertThat(rejected.reason()).isEqualTo(reason);
    assertThat(rejected.detail()).isEqualTo("it is broken");
    assertThat(rejected.original()).isSameAs(DELIVERY.message());
  }

  @Test
  void aFailureOfTheEngineRejectsTheFrameAndNothingElse() {
    RejectedFrame rejected =
        detector.detect(failing(new IllegalStateException("native trouble")), DELIVERY).rejected();

    assertThat(rejected.reason()).isEqualTo(RejectReason.ENGINE_FAILURE);
    assertThat(rejected.detail()).contains("native trouble");
  }

  @Test
  void aFrameThatTakesTooLongIsRejectedWithItsBytes() {
    DetectFunction function =
        new DetectFunction(
            JobSettings.defaults()
                .withDetect(new WorkSettings(By.LOCAL, 1, Duration.ofMillis(1500), 2)),
            AttemptJournal.none(),
            null);
    Results results = new Results();

    function.timeout(DELIVERY, results);

    RejectedFrame rejected = results.all.get(0).rejected();
    assertThat(rejected.reason()).isEqualTo(RejectReason.ENGINE_FAILURE);
    assertThat(rejected.detail()).isEqualTo("no result within 1500 ms");
    assertThat(rejected.original().value()).isSameAs(IMAGE);
  }

  @ParameterizedTest
  @NullSource
  @EmptySource
  void anImageWithoutBytesIsRejectedBeforeAnybodyLooksForFaces(byte[] nothing) {
    // Not opened: there is nothing in it that could look.
    DetectFunction function =
        new DetectFunction(JobSettings.defaults(), AttemptJournal.none(), null);
    Results results = new Results();

    function.asyncInvoke(
        Deliveries.image(DELIVERY.info().source(), "run1", 8, Deliveries.START, nothing), results);

    assertThat(results.all.get(0).rejected().reason()).isEqualTo(RejectReason.EMPTY_IMAGE);
  }

  @Test
  void everyFrameIsCountedOnceByWhatBecameOfIt() throws Exception {
    Metered metered = new Metered();
    try (var split =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(new SplitDetections(REJECTED)), metered.environment())) {
      split.open();
      split.processElement(
          new DetectResult(new SeenFrame(DELIVERY.info(), 1, 1, List.of()), null), 0);
      split.processElement(
          FrameDetector.rejected(DELIVERY, RejectReason.UNREADABLE_IMAGE, "broken"), 0);
      FrameRecord end = Deliveries.ended(DELIVERY.info().source(), "run1", 8, Deliveries.START);
      split.processElement(new DetectResult(new SeenFrame(end.info(), 0, 0, List.of()), null), 0);

      assertThat(split.extractOutputValues()).hasSize(2);
      assertThat(split.getSideOutput(REJECTED)).extracting(StreamRecord::getValue).hasSize(1);
      assertThat(metered.count("framesSeen")).isEqualTo(1);
    }
  }

  private static FrameAnalyser analyser(FrameAnalysis analysis) {
    return new FakeAnalyser(analysis, null);
  }

  private static FrameAnalyser failing(Exception fault) {
    return new FakeAnalyser(null, fault);
  }

  private record FakeAnalyser(FrameAnalysis analysis, Exception fault) implements FrameAnalyser {
    @Override
    public FrameAnalysis analyse(byte[] image) throws UnreadableImageException {
      if (fault instanceof UnreadableImageException unreadable) {
        throw unreadable;
      }
      if (fault instanceof RuntimeException failure) {
        throw failure;
      }
      return analysis;
    }

    @Override
    public FrameAnalysis analyse(byte[] image, List<LocatedFace> found)
        throws UnreadableImageException {
      return analyse(image);
    }

    @Override
    public void close() {}
  }

  private static final class Results implements ResultFuture<DetectResult> {
    private final List<DetectResult> all = new ArrayList<>();

    @Override
    public void complete(Collection<DetectResult> result) {
      all.addAll(result);
    }

    @Override
    public void completeExceptionally(Throwable error) {
      throw new AssertionError(error);
    }

    @Override
    public void complete(CollectionSupplier<DetectResult> supplier) {
      throw new AssertionError("not expected");
    }
  }
}
