package io.sightings.faults.play;

import io.sightings.contract.CaptureClock;
import io.sightings.contract.Frame;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.contract.codec.KafkaMessages;
import io.sightings.contract.codec.SightingsTopics;
import io.sightings.toolkit.topics.KafkaAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * A source that sees nothing and says so all the time: whatever the scenes do, there is always a
 * frame the job should be reading.
 */
public final class HeartbeatSource implements AutoCloseable {
  private static final Duration EVERY = Duration.ofMillis(200);
  private static final SourceInfo SOURCE = SourceInfo.of("pulse", SourceKind.LIVE);

  private final KafkaProducer<byte[], byte[]> producer;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final String epoch = "e" + System.currentTimeMillis();
  private long sequence;

  public HeartbeatSource(KafkaAccess broker) {
    producer = broker.producer();
    clock.scheduleWithFixedDelay(this::beat, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void beat() {
    Frame frame = Frame.heartbeat(SOURCE, epoch, sequence++, Instant.now(), CaptureClock.ARRIVAL);
    // One that is lost with the broker is followed by others.
    producer.send(KafkaMessages.to(SightingsTopics.FRAMES, frame));
  }

  @Override
  public void close() {
    clock.shutdownNow();
    producer.close(Duration.ofSeconds(5));
  }
}
