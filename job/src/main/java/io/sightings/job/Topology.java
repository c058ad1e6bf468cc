package io.sightings.job;

import io.sightings.contract.Alert;
import io.sightings.contract.RejectedFrame;
import io.sightings.contract.Sighting;
import io.sightings.job.admit.AdmitFunction;
import io.sightings.job.admit.Delivery;
import io.sightings.job.detect.DetectFunction;
import io.sightings.job.detect.Detection;
import io.sightings.job.detect.SeenFrame;
import io.sightings.job.detect.SplitDetections;
import io.sightings.job.identify.GallerySource;
import io.sightings.job.identify.IdentifiedFrame;
import io.sightings.job.identify.IdentifyFunction;
import io.sightings.job.settings.JobSettings;
import io.sightings.job.settings.WorkSettings;
import io.sightings.job.sighting.SightingFunction;
import io.sightings.job.track.TrackFunction;
import io.sightings.job.track.TrackedFrame;
import java.util.concurrent.TimeUnit;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.async.AsyncFunction;
import org.apache.flink.util.OutputTag;

/**
 * The job, from left to right: admit → detect → track → identify → sighting. It takes streams in
 * and hands streams out, and knows neither Kafka nor files.
 */
public final class Topology {
  private static final OutputTag<RejectedFrame> REJECTED = new OutputTag<>("rejected") {};
  private static final OutputTag<Alert> ALERTS = new OutputTag<>("alerts") {};

  /** What the job brings forth. */
  public record Outputs(
      DataStream<Sighting> sightings,
      DataStream<Alert> alerts,
      DataStream<RejectedFrame> rejected) {}

  private Topology() {}

  public static Outputs define(
      DataStream<Delivery> deliveries, JobSettings settings, GallerySource people) {

    SingleOutputStreamOperator<Delivery> admitted =
        deliveries.process(new AdmitFunction(REJECTED)).uid("admit").name("admit");

    SingleOutputStreamOperator<Detection> detections =
        inOrder(
                admitted,
                new DetectFunction(settings.engine(), settings.detect()),
                settings.detect())
            .uid("detect")
            .name("detect");

    SingleOutputStreamOperator<SeenFrame> seen =
        detections.process(new SplitDetections(REJECTED)).uid("detected").name("detected");

    // Pixels have ended: from here on a frame is some kilobytes, and may be shuffled.
    SingleOutputStreamOperator<TrackedFrame> tracked =
        seen.keyBy(frame -> frame.info().source().id())
            .process(new TrackFunction(settings.track()))
            .uid("track")
            .name("track");

    SingleOutputStreamOperator<IdentifiedFrame> identified =
        inOrder(
                tracked,
                new IdentifyFunction(
                    settings.engine(),
                    people,
                    settings.identify(),
                    settings.sighting().thumbnails()),
                settings.identify())
            .uid("identify")
            .name("identify");

    SingleOutputStreamOperator<Sighting> sightings =
        identified
            .keyBy(frame -> frame.info().source().id())
            .process(new SightingFunction(settings.sighting(), settings.watchlist(), ALERTS))
            .uid("sighting")
            .name("sighting");

    return new Outputs(
        sightings,
        sightings.getSideOutput(ALERTS),
        admitted.getSideOutput(REJECTED).union(seen.getSideOutput(REJECTED)));
  }

  private static <I, O> SingleOutputStreamOperator<O> inOrder(
      DataStream<I> stream, AsyncFunction<I, O> function, WorkSettings work) {
    return AsyncDataStream.orderedWait(
        stream, function, work.timeout().toMillis(), TimeUnit.MILLISECONDS, work.capacity());
  }
}
