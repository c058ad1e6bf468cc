package io.sightings.job.identify;

import io.sightings.contract.codec.KafkaMessages;
import io.sightings.contract.codec.MalformedMessageException;
import io.sightings.contract.codec.SightingsTopics;
import io.sightings.engine.gallery.Gallery;
import io.sightings.job.settings.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the compacted people topic from its beginning in a thread of its own. It is not part of
 * Flink's state: the topic is the truth, and after a restart it is read again before the first
 * face.
 */
final class GalleryFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GalleryFeed.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration REACH = Duration.ofSeconds(30);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final GalleryChanges changes;

  /** Used by the thread only. */
  private final Gallery.Builder builder = Gallery.empty().toBuilder();

  private final Thread thread;
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private final AtomicLong leftOut = new AtomicLong();
  private volatile RuntimeException failure;
  private volatile Gallery gallery = Gallery.empty();
  private volatile boolean closing;

  private GalleryFeed(KafkaSettings kafka, String model, int dimension) {
    Properties properties = kafka.clientProperties();
    properties.put("enable.auto.commit", "false");
    properties.put("auto.offset.reset", "earliest");
    properties.put("isolation.level", "read_committed");
    // A topic made by asking for it would not be compacted.
    properties.put("allow.auto.create.topics", "false");
    properties.put("default.api.timeout.ms", String.valueOf(REACH.toMillis()));
    consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    changes = new GalleryChanges(model, dimension);
    thread = new Thread(() -> run(kafka.topics().people()), "gallery");
    thread.setDaemon(true);
  }

  static GalleryFeed start(KafkaSettings kafka, String model, int dimension) {
    GalleryFeed feed = new GalleryFeed(kafka, model, dimension);
    feed.thread.start();
    return feed;
  }

  Gallery gallery() {
    RuntimeException failed = failure;
    if (failed != null) {
      // A gallery that no longer follows would name people who were forgotten.
      throw new IllegalStateException("the gallery no longer follows its topic", failed);
    }
    return gallery;
  }

  /** How many records of the topic could not be used since the beginning. */
  long leftOut() {
    return leftOut.get();
  }

  void awaitCaughtUp() throws InterruptedException {
    caughtUp.await();
    gallery();
  }

  private void run(String topic) {
    try (consumer) {
      List<TopicPartition> partitions = partitions(topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (!closing) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        apply(records);
        if (caughtUp.getCount() > 0) {
          // Until then nothing searches it, and a snapshot would make the next change copy.
          if (reached(ends)) {
            gallery = builder.build();
            LOG.info("The gallery knows {} people.", gallery.people());
            caughtUp.countDown();
          }
        } else if (!records.isEmpty()) {
          gallery = builder.build();
        }
      }
    } catch (WakeupException | InterruptException e) {
      if (!closing) {
        failure = e;
      }
    } catch (RuntimeException e) {
      failure = e;
    } finally {
      caughtUp.countDown();
    }
  }

  private List<TopicPartition> partitions(String topic) {
    List<PartitionInfo> found = consumer.partitionsFor(topic);
    if (found == null || found.isEmpty()) {
      throw new IllegalStateException(
          "the topic " + topic + " does not exist: create it compacted, or run `sightings topics`");
    }
    return found.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
  }

  private boolean reached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void apply(ConsumerRecords<byte[], byte[]> records) {
    for (ConsumerRecord<byte[], byte[]> changed : records) {
      try {
        changes.apply(SightingsTopics.PEOPLE.codec().decode(KafkaMessages.from(changed)), builder);
      } catch (MalformedMessageException | IllegalArgumentException e) {
        leftOut.incrementAndGet();
        LOG.warn(
            "Left out what is at {}-{} offset {}: {}",
            changed.topic(),
            changed.partition(),
            changed.offset(),
            e.getMessage());
      }
    }
  }

  @Override
  public void close() {
    closing = true;
    consumer.wakeup();
  }
}
