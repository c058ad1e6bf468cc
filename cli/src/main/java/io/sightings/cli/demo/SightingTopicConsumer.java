package io.sightings.cli.demo;

import io.sightings.contract.Sighting;
import io.sightings.contract.codec.SightingsTopics;
import io.sightings.toolkit.topics.KafkaAccess;
import io.sightings.toolkit.topics.TopicReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands on every revision of every sighting, from the first, in a thread of its own. */
final class SightingTopicConsumer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SightingTopicConsumer.class);

  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  /** Longer than two checkpoints of the demo's job: what is under way has arrived by then. */
  private static final Duration SETTLED = Duration.ofSeconds(3);

  private final TopicReader<Sighting> reader;
  private final Consumer<Sighting> to;
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean untilEnd;
  private volatile long lastHeard = System.nanoTime();

  private SightingTopicConsumer(TopicReader<Sighting> reader, Consumer<Sighting> to) {
    this.reader = reader;
    this.to = to;
  }

  /**
   * @param to called from the follower's thread
   */
  static SightingTopicConsumer start(KafkaAccess broker, Consumer<Sighting> to) {
    SightingTopicConsumer follower =
        new SightingTopicConsumer(TopicReader.fromBeginning(broker, SightingsTopics.SIGHTINGS), to);
    Thread thread = new Thread(follower::follow, "sightings-follower");
    thread.setDaemon(true);
    thread.start();
    return follower;
  }

  private void follow() {
    try (reader) {
      boolean done;
      do {
        // Asked before polling: what is committed before the question is shown before the end.
        boolean last = untilEnd;
        List<Sighting> heard = reader.poll(LOOK_EVERY);
        if (!heard.isEmpty()) {
          lastHeard = System.nanoTime();
          heard.forEach(to);
        }
        done = last && reader.atEnd();
      } while (!done);
    } catch (WakeupException e) {
      LOG.info("Following the sightings was stopped");
    } catch (KafkaException e) {
      LOG.warn("Following the sightings has ended: {}", e.getMessage(), e);
    } finally {
      finished.countDown();
    }
  }

  /** Waits until nothing has come for some seconds, and goes on following. */
  void settle(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    long quiet = SETTLED.toNanos();
    while (System.nanoTime() < end && System.nanoTime() - lastHeard < quiet) {
      finished.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Waits until everything committed by now was handed on, and ends. */
  void drain(Duration atMost) throws InterruptedException {
    untilEnd = true;
    if (!finished.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("The sightings were not read to their end within {}", atMost);
    }
  }

  @Override
  public void close() {
    if (finished.getCount() > 0) {
      reader.wakeup();
    }
  }
}
