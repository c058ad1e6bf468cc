package io.sightings.benchmarks;

import io.sightings.job.SightingsJob;
import io.sightings.job.settings.JobSettings;
import io.sightings.kafka.LocalBroker;
import io.sightings.kafka.TopicPlan;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The product as it is: frames on a Kafka topic, the Flink job, sightings on a Kafka topic. */
final class JobRun {
  private final LocalBroker broker;
  private final JobSettings settings;
  private final int parallelism;

  JobRun(LocalBroker broker, JobSettings settings, int parallelism) {
    this.broker = broker;
    this.settings = settings;
    this.parallelism = parallelism;
  }

  /** Puts the frames on the topic, shared evenly by one source per partition. */
  void publish(JpegClip clip, int frames) {
    broker.createTopics(TopicPlan.all(parallelism));
    new ClipFramePublisher(broker.bootstrap(), parallelism).publish(clip, frames, "run");
  }

  /** From submitting the job until everything is committed. */
  ProcessorCost run() throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(parallelism);
    SightingsJob.build(
        env, settings.withKafka(settings.kafka().withBootstrap(broker.bootstrap())), true);
    return ProcessorCost.of(() -> env.execute(SightingsJob.NAME));
  }
}
