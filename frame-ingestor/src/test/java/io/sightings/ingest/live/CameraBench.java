package io.sightings.ingest.live;

import static io.sightings.ingest.live.Things.START;
import static io.sightings.ingest.live.Things.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Frame;
import io.sightings.contract.FrameType;
import io.sightings.contract.retry.RetryBackoff;
import io.sightings.ingest.journal.ReadAdmission;
import io.sightings.ingest.live.LiveBuffer.SourceQueue;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.publish.MemoryTopic;
import io.sightings.ingest.settings.LiveSettings;
import io.sightings.ingest.settings.SampleSettings;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;

/** One camera of a script, and what it sends. */
abstract class CameraBench {
  static final Duration SHORT = Duration.ofMillis(1);

  private static final int MAX_IMAGE_BYTES = 5000;

  /** Every picture is taken. */
  private static final SampleSettings SAMPLE = SampleSettings.defaults().withFps(0);

  private final AtomicInteger settled = new AtomicInteger();
  final LiveBuffer buffer = new LiveBuffer(1 << 20);
  private final MemoryTopic topic = MemoryTopic.of(new CountingProducer());
  final LiveSender sender = new LiveSender(buffer, topic.share());
  final SourceMonitor monitor = new SourceMonitor("door", "url");
  final ScriptedStream stream = new ScriptedStream();
  final LiveCamera camera = camera(stream, monitor, SHORT);

  CameraBench() {
    sender.start();
  }

  @AfterEach
  void stop() {
    camera.close();
    sender.close();
  }

  LiveCamera camera(ScriptedStream shown, SourceMonitor told, Duration firstPause) {
    LiveSettings live = LiveSettings.defaults();
    LiveEpochs epochs = new LiveEpochs();
    SourceQueue queue = buffer.queue(Things.source(told.id()), told, epochs.next(START));
    return new LiveCamera(
        told,
        shown,
        () -> ReadAdmission.UNRECORDED,
        new StreamPublisher(told, queue, epochs, live, SAMPLE, MAX_IMAGE_BYTES),
        new RetryBackoff(firstPause, Duration.ofHours(1), 0.5, new Random(1)),
        live.timeout(),
        shown.time());
  }

  /** Says when a frame has arrived and its camera knows. */
  private final class CountingProducer extends MockProducer<byte[], byte[]> {
    CountingProducer() {
      super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public synchronized Future<RecordMetadata> send(
        ProducerRecord<byte[], byte[]> sent, Callback callback) {
      Future<RecordMetadata> arrived = super.send(sent, callback);
      settled.incrementAndGet();
      return arrived;
    }
  }

  List<Frame> sent() {
    return topic.frames();
  }

  SourceState state() {
    return monitor.status().state();
  }

  void awaitSent(int frames) {
    await(frames + " frames are sent", () -> settled.get() >= frames);
    assertThat(sent()).hasSize(frames);
  }

  String types() {
    return String.join(
        " ", sent().stream().map(frame -> frame.info().type()).map(FrameType::name).toList());
  }
}
