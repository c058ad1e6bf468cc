package io.sightings.job;

import io.sightings.contract.Sighting;
import io.sightings.contract.codec.SightingsTopics;
import io.sightings.contract.codec.TypedTopic;
import io.sightings.job.admit.FrameRecord;
import io.sightings.job.admit.FrameTopicSource;
import io.sightings.job.identify.KafkaGallery;
import io.sightings.job.quarantine.AttemptJournal;
import io.sightings.job.quarantine.KafkaAttempts;
import io.sightings.job.quarantine.StoredJournal;
import io.sightings.job.settings.CheckpointSettings;
import io.sightings.job.settings.JobSettings;
import io.sightings.job.settings.KafkaSettings.TopicNames;
import io.sightings.job.sink.KafkaSinks;
import io.sightings.job.sink.SightingFiles;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Puts the topology between Kafka and files. */
public final class SightingsJob {
  public static final String NAME = "sightings";

  private SightingsJob() {}

  /**
   * Wires the whole job into an environment, ready to be executed.
   *
   * @param bounded whether to end with what is on the frames topic now
   */
  public static void build(StreamExecutionEnvironment env, JobSettings settings, boolean bounded) {
    guard(env, settings.checkpoint());
    if (settings.usesAzure()) {
      // What is missing is said before anything is submitted.
      settings.azure().resources();
    }
    TopicNames topics = settings.kafka().topics();

    DataStream<FrameRecord> frames =
        env.fromSource(
                FrameTopicSource.from(settings.kafka(), bounded),
                // Every source has its own clock: there is no global time to wait for.
                WatermarkStrategy.noWatermarks(),
                "frames")
            .uid("frames");

    Topology.Outputs outputs =
        Topology.define(frames, settings, new KafkaGallery(settings.kafka()), attempts(settings));

    KafkaSinks kafka = new KafkaSinks(settings.kafka());
    TypedTopic<Sighting> topic = SightingsTopics.SIGHTINGS.named(topics.sightings());
    outputs
        .sightings()
        .sinkTo(kafka.sightings(topic))
        .uid("sightings-topic")
        .name("sightings topic");
    outputs
        .alerts()
        .sinkTo(kafka.alerts(SightingsTopics.ALERTS.named(topics.alerts())))
        .uid("alerts-topic")
        .name("alerts topic");
    outputs
        .rejected()
        .sinkTo(kafka.rejected(SightingsTopics.REJECTED.named(topics.rejected())))
        .uid("rejected-topic")
        .name("rejected topic");
    if (!settings.files().path().isEmpty()) {
      outputs
          .sightings()
          .flatMap(kafka.closed(topic))
          .returns(Sighting.class)
          .uid("closed")
          .name("closed")
          .sinkTo(SightingFiles.sink(settings.files()))
          // One writer: a day is one file per rollover, not one per core.
          .setParallelism(1)
          .uid("sighting-files")
          .name("sighting files");
    }
  }

  private static AttemptJournal attempts(JobSettings settings) {
    return settings.quarantine().on()
        ? new StoredJournal(new KafkaAttempts(settings.kafka()), settings.quarantine())
        : AttemptJournal.none();
  }

  private static void guard(StreamExecutionEnvironment env, CheckpointSettings checkpoint) {
    Configuration guards = new Configuration();
    // What Flink cannot serialise well, and what it could not find again, fails at once.
    guards.set(PipelineOptions.GENERIC_TYPES, false);
    guards.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    // Safe because all events are immutable; without it every hand-over would copy the image.
    guards.set(PipelineOptions.OBJECT_REUSE, true);
    // For its buffer more than for its size: without it a restore reads byte by byte from the file
    // system, a second for each megabyte.
    guards.set(ExecutionOptions.SNAPSHOT_COMPRESSION, true);
    guards.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpoint.interval());
    guards.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, checkpoint.timeout());
    env.configure(guards);
  }
}
