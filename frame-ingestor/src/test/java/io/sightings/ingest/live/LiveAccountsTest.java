package io.sightings.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Frame;
import io.sightings.contract.FrameType;
import io.sightings.ingest.live.LiveBuffer.SourceQueue;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceStatus;
import io.sightings.ingest.publish.MemoryTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many sources, a Kafka that does all it can do wrong, and accounts that come out even. */
class LiveAccountsTest {
  private static final int LIMIT = 2 << 20;
  private static final int SOURCES = 6;
  private static final int PICTURES = 4000;

  private final LiveBuffer buffer = new LiveBuffer(LIMIT);
  private final ScheduledExecutorService kafka = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService threads = Executors.newFixedThreadPool(SOURCES);
  private final Map<String, ConcurrentLinkedQueue<Frame>> arrived = new ConcurrentHashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void everyPictureIsAccountedFor(long seed) throws Exception {
    LiveSender sender = new LiveSender(buffer, MemoryTopic.of(new MoodyProducer(seed)).share());
    sender.start();
    List<SourceMonitor> monitors = new ArrayList<>();
    List<SourceQueue> queues = new ArrayList<>();
    List<CompletableFuture<Void>> cameras = new ArrayList<>();
    CountDownLatch start = new CountDownLatch(1);
    for (int i = 0; i < SOURCES; i++) {
      SourceMonitor monitor = new SourceMonitor("camera-" + i, "url");
      SourceQueue queue = buffer.queue(Things.source("camera-" + i), monitor, "one");
      Random random = new Random(seed * 100 + i);
      monitors.add(monitor);
      queues.add(queue);
      cameras.add(CompletableFuture.runAsync(() -> film(queue, random, start), threads));
    }
    start.countDown();
    for (CompletableFuture<Void> camera : cameras) {
      camera.get(60, TimeUnit.SECONDS);
    }
    for (SourceQueue queue : queues) {
      queue.close(Duration.ofSeconds(30));
    }
    Things.await("nothing is on its way", () -> buffer.held() == 0);
    sender.close();
    kafka.shutdownNow();
    threads.shutdownNow();

    for (int i = 0; i < SOURCES; i++) {
      SourceStatus status = monitors.get(i).status();
      assertThat(status.sampled()).isEqualTo(PICTURES);
      assertThat(status.published() + status.dropped() + status.rejected()).isEqualTo(PICTURES);
      List<Frame> frames = List.copyOf(arrived.get("camera-" + i));
      assertThat(frames.stream().filter(frame -> frame.info().type() == FrameType.IMAGE))
          .hasSize((int) status.published());
      assertThat(frames.stream().map(frame -> frame.info().sequence()).toList())
          .isSorted()
          .doesNotHaveDuplicates();
    }
  }

  private void film(SourceQueue queue, Random random, CountDownLatch start) {
    try {
      start.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    for (int i = 0; i < PICTURES; i++) {
      queue.image(Things.image(random.nextInt(40_000)), Things.at(i));
      if (random.nextInt(4) == 0) {
        queue.heartbeat(Things.at(i));
      }
      if (random.nextInt(50) == 0) {
        queue.gap(Things.at(i).at(), Things.at(i));
      }
      assertThat(buffer.held()).isLessThanOrEqualTo(LIMIT);
      if (i % 50 == 0) {
        Thread.yield();
      }
    }
  }

  /** Sometimes takes, sometimes waits, refuses, or throws. */
  private final class MoodyProducer extends MockProducer<byte[], byte[]> {
    private final Random random;

    MoodyProducer(long seed) {
      random = new Random(seed);
    }

    @Override
    public synchronized Future<RecordMetadata> send(
        ProducerRecord<byte[], byte[]> sent, Callback callback) {
      Frame frame = MemoryTopic.frame(sent);
      switch (random.nextInt(40)) {
        case 0 -> throw new KafkaException("it cannot be sent");
        case 1 -> callback.onCompletion(null, new RecordTooLargeException("too large"));
        case 2 -> later(() -> callback.onCompletion(null, new NotLeaderOrFollowerException("no")));
        case 3, 4, 5, 6, 7 -> {
          arrives(frame);
          later(() -> callback.onCompletion(null, null));
        }
        default -> {
          arrives(frame);
          callback.onCompletion(null, null);
        }
      }
      return CompletableFuture.completedFuture(null);
    }

    private void later(Runnable step) {
      kafka.schedule(step, random.nextInt(3000), TimeUnit.MICROSECONDS);
    }

    private void arrives(Frame frame) {
      arrived
          .computeIfAbsent(frame.info().source().id(), id -> new ConcurrentLinkedQueue<>())
          .add(frame);
    }
  }
}
