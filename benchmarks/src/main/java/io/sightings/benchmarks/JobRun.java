package io.sightings.benchmarks;

import io.sightings.contract.Frame;
import io.sightings.contract.FrameInfo;
import io.sightings.contract.FrameType;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.contract.codec.KafkaMessages;
import io.sightings.contract.codec.Topics;
import io.sightings.job.SightingsJob;
import io.sightings.job.settings.JobSettings;
import io.sightings.kafka.LocalBroker;
import io.sightings.kafka.TopicPlan;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The product as it is: frames on a Kafka topic, the Flink job, sightings on a Kafka topic. */
final class JobRun {
  private static final Instant START = Instant.parse("2026-01-01T09:00:00Z");
  private static final int FRAME_MILLIS = 40;

  private final LocalBroker broker;
  private final JobSettings settings;
  private final int parallelism;

  JobRun(LocalBroker broker, JobSettings settings, int parallelism) {
    this.broker = broker;
    this.settings = settings;
    this.parallelism = parallelism;
  }

  /** Puts the frames on the topic, shared evenly by one source per partition. */
  void publish(Clip clip, int frames) {
    broker.createTopics(TopicPlan.all(parallelism));
    Map<String, Object> properties =
        Map.of(
            "bootstrap.servers",
            broker.bootstrap(),
            "max.request.size",
            9 << 20,
            "max.in.flight.requests.per.connection",
            1,
            "linger.ms",
            5,
            "acks",
            "all");
    AtomicLong failed = new AtomicLong();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < frames; i++) {
        int partition = i % parallelism;
        ProducerRecord<byte[], byte[]> record =
            KafkaMessages.to(Topics.FRAMES, frame(clip, partition, i / parallelism));
        producer.send(
            new ProducerRecord<>(
                record.topic(),
                partition,
                record.timestamp(),
                record.key(),
                record.value(),
                record.headers()),
            (meta, error) -> failed.addAndGet(error == null ? 0 : 1));
      }
    }
    if (failed.get() > 0) {
      throw new IllegalStateException(failed + " frames could not be published");
    }
  }

  private static Frame frame(Clip clip, int source, int number) {
    FrameInfo info =
        new FrameInfo(
            FrameType.IMAGE,
            SourceInfo.of("camera-" + source, SourceKind.VIDEO),
            "run",
            number,
            START.plusMillis((long) number * FRAME_MILLIS),
            "image/jpeg",
            clip.width(),
            clip.height(),
            null,
            null,
            null);
    return new Frame(info, clip.frame(number));
  }

  /** From submitting the job until everything is committed. */
  Cost run() throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(parallelism);
    SightingsJob.build(
        env, settings.withKafka(settings.kafka().withBootstrap(broker.bootstrap())), true);
    return Cost.of(() -> env.execute(SightingsJob.NAME));
  }
}
