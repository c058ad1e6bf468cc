package io.sightings.job;

import io.sightings.contract.Alert;
import io.sightings.contract.RejectedFrame;
import io.sightings.contract.Sighting;
import io.sightings.job.admit.AdmitFunction;
import io.sightings.job.admit.FrameRecord;
import io.sightings.job.azure.AzureRemoteDetector;
import io.sightings.job.azure.AzureRemoteIdentifier;
import io.sightings.job.detect.DetectFunction;
import io.sightings.job.detect.DetectResult;
import io.sightings.job.detect.SeenFrame;
import io.sightings.job.detect.SplitDetections;
import io.sightings.job.identify.GallerySource;
import io.sightings.job.identify.IdentifiedFrame;
import io.sightings.job.identify.IdentifyFunction;
import io.sightings.job.identify.NoGallery;
import io.sightings.job.identify.remote.IdentifyResult;
import io.sightings.job.identify.remote.RemoteIdentifyFunction;
import io.sightings.job.quarantine.AttemptJournal;
import io.sightings.job.settings.JobSettings;
import io.sightings.job.settings.SightingSettings;
import io.sightings.job.settings.WorkSettings.By;
import io.sightings.job.sighting.SightingFunction;
import io.sightings.job.track.IdentifyRequest;
import io.sightings.job.track.TrackFunction;
import io.sightings.job.track.TrackedFrame;
import io.sightings.job.work.InOrder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * The job, from left to right: admit → detect → track → identify → sighting. Where a service says
 * who people are, it is asked beside the stream, from track to sighting. The job takes streams in
 * and hands streams out, and knows neither Kafka nor files.
 */
public final class Topology {
  private static final OutputTag<RejectedFrame> REJECTED = new OutputTag<>("rejected") {};
  private static final OutputTag<IdentifyRequest> QUESTIONS = new OutputTag<>("questions") {};
  private static final OutputTag<IdentifyResult> NO_ANSWERS = new OutputTag<>("no-answers") {};
  private static final OutputTag<Alert> ALERTS = new OutputTag<>("alerts") {};

  /** What the job brings forth. */
  public record Outputs(
      DataStream<Sighting> sightings,
      DataStream<Alert> alerts,
      DataStream<RejectedFrame> rejected) {}

  private Topology() {}

  /** Without a journal of attempts. */
  public static Outputs define(
      DataStream<FrameRecord> deliveries, @Nullable JobSettings settings, GallerySource people) {
    return define(deliveries, settings, people, AttemptJournal.none());
  }

  /**
   * @param attempts where the attempts at frames are counted
   */
  public static Outputs define(
      DataStream<FrameRecord> deliveries,
      JobSettings settings,
      GallerySource people,
      AttemptJournal attempts) {

    SingleOutputStreamOperator<FrameRecord> admitted =
        deliveries.process(new AdmitFunction(REJECTED)).uid("admit").name("admit");

    SingleOutputStreamOperator<DetectResult> detections =
        detections(admitted, settings, attempts).uid("detect").name("detect");

    SingleOutputStreamOperator<SeenFrame> seen =
        detections.process(new SplitDetections(REJECTED)).uid("detected").name("detected");

    // Pixels have ended: from here on a frame is some kilobytes, and may be shuffled.
    SingleOutputStreamOperator<TrackedFrame> tracked =
        seen.keyBy(frame -> frame.info().source().id())
            .process(
                new TrackFunction(
                    settings.track(),
                    settings.asks() ? settings.ask() : null,
                    settings.sighting().gap(),
                    QUESTIONS,
                    attempts))
            .uid("track")
            .name("track");

    SingleOutputStreamOperator<IdentifiedFrame> identified =
        tracked
            .transform(
                "identify",
                TypeInformation.of(IdentifiedFrame.class),
                new InOrder<>(
                    new IdentifyFunction(
                        settings.engine(),
                        settings.asks() ? new NoGallery() : people,
                        settings.identify(),
                        settings.sighting().thumbnails(),
                        attempts),
                    settings.identify().timeout(),
                    settings.identify().threads() + 1))
            .uid("identify")
            .name("identify");

    SightingSettings rules =
        settings.asks() ? settings.sighting().trustingOneAnswer() : settings.sighting();
    SingleOutputStreamOperator<Sighting> sightings =
        identified
            .keyBy(frame -> frame.info().source().id())
            .connect(answers(tracked, settings).keyBy(answer -> answer.source().id()))
            .process(new SightingFunction(rules, settings.watchlist(), ALERTS, attempts))
            .uid("sighting")
            .name("sighting");

    return new Outputs(
        sightings,
        sightings.getSideOutput(ALERTS),
        admitted.getSideOutput(REJECTED).union(seen.getSideOutput(REJECTED)));
  }

  private static DataStream<IdentifyResult> answers(
      SingleOutputStreamOperator<TrackedFrame> tracked, JobSettings settings) {
    if (!settings.asks()) {
      return tracked.getSideOutput(NO_ANSWERS);
    }
    // A question may wait for another one; nothing but a stopped process takes longer than this.
    Duration timeout = settings.azure().identify().recordedPatience().multipliedBy(3);
    return AsyncDataStream.unorderedWait(
            tracked.getSideOutput(QUESTIONS),
            new RemoteIdentifyFunction(
                () -> AzureRemoteIdentifier.open(settings.azure()), settings.ask()),
            timeout.toMillis(),
            TimeUnit.MILLISECONDS,
            settings.ask().capacity())
        .uid("ask")
        .name("ask");
  }

  private static SingleOutputStreamOperator<DetectResult> detections(
      DataStream<FrameRecord> admitted, JobSettings settings, AttemptJournal attempts) {
    boolean remote = settings.detect().by() == By.AZURE;
    DetectFunction detect =
        new DetectFunction(
            settings,
            attempts,
            remote ? () -> AzureRemoteDetector.open(settings.azure(), settings.asks()) : null);
    Duration timeout = settings.detectTimeout();
    int capacity = settings.detect().capacity();
    return remote
        // A service may take minutes: no checkpoint can wait for that.
        ? AsyncDataStream.orderedWait(
            admitted, detect, timeout.toMillis(), TimeUnit.MILLISECONDS, capacity)
        : admitted.transform(
            "detect",
            TypeInformation.of(DetectResult.class),
            new InOrder<>(detect, timeout, capacity));
  }
}
