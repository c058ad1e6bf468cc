package io.sightings.faults.watch;

import io.sightings.toolkit.topics.KafkaAccess;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the job has come with the frames: the offsets it commits with each checkpoint. Unknown
 * while the broker is away. Safe for use by several threads.
 */
public final class FrameConsumptionProgress implements AutoCloseable {
  private static final String TOPIC = "frames";
  private static final String GROUP = "sightings";
  private static final int PATIENCE_SECONDS = 1;

  private final Admin admin;
  private final Map<TopicPartition, OffsetSpec> latest;

  /**
   * @param partitions of the topic
   */
  public FrameConsumptionProgress(KafkaAccess broker, int partitions) {
    admin = broker.admin();
    latest =
        IntStream.range(0, partitions)
            .mapToObj(partition -> new TopicPartition(TOPIC, partition))
            .collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
  }

  /** How many the job has read and secured by checkpoints. */
  public OptionalLong read() {
    return answer(this::committed);
  }

  /** How many it has not. */
  public OptionalLong waiting() {
    return answer(() -> ends() - committed());
  }

  /** Where the job has come to in each partition. */
  public Optional<Map<TopicPartition, Long>> positions() {
    try {
      return Optional.of(
          offsets().entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().offset())));
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private long committed() throws ExecutionException, InterruptedException, TimeoutException {
    return offsets().values().stream().mapToLong(OffsetAndMetadata::offset).sum();
  }

  private Map<TopicPartition, OffsetAndMetadata> offsets()
      throws ExecutionException, InterruptedException, TimeoutException {
    return admin
        .listConsumerGroupOffsets(GROUP)
        .partitionsToOffsetAndMetadata()
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private long ends() throws ExecutionException, InterruptedException, TimeoutException {
    return admin.listOffsets(latest).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS).values().stream()
        .mapToLong(end -> end.offset())
        .sum();
  }

  private static OptionalLong answer(Question question) {
    try {
      return OptionalLong.of(question.ask());
    } catch (ExecutionException | TimeoutException e) {
      return OptionalLong.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalLong.empty();
    }
  }

  private interface Question {
    long ask() throws ExecutionException, InterruptedException, TimeoutException;
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
  }
}
