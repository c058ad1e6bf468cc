package io.sightings.ingest.publish;

import io.sightings.contract.Frame;
import io.sightings.contract.SourceInfo;
import java.time.Duration;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.producer.Callback;

/**
 * A share of the way to Kafka, with bounds of its own: files that fill theirs keep no camera and no
 * upload waiting. Safe for use by many threads.
 */
public final class ProducerShare {
  /** Waits without a limit. A longer time cannot be counted in nanoseconds. */
  public static final Duration FOREVER = Duration.ofDays(36_500);

  private final FramePublisher publisher;
  private final InFlight inFlight;
  private final Duration patience;

  ProducerShare(FramePublisher publisher, InFlight inFlight, Duration patience) {
    this.publisher = publisher;
    this.inFlight = inFlight;
    this.patience = patience;
  }

  /** Starts a run of a source: its frames are counted from 0. */
  public SourcePublisher source(SourceInfo source, String epoch) {
    return source(source, epoch, 0, bytes -> {});
  }

  /**
   * Continues a run of a source.
   *
   * @param from how many of its frames have arrived before; those are not sent
   * @param arrivals is told the bytes of each image that arrives, on another thread; must be quick
   */
  public SourcePublisher source(SourceInfo source, String epoch, long from, IntConsumer arrivals) {
    return new SourcePublisher(this, source, epoch, from, arrivals);
  }

  String describe() {
    return publisher.describe();
  }

  /**
   * Sends a frame as soon as there is room for it. The callback runs once, mostly on another
   * thread.
   *
   * @throws PublishException if there is no room, as nothing arrives
   */
  public void send(Frame frame, Callback callback) throws PublishException, InterruptedException {
    awaitOpen();
    int room = inFlight.enter(frame.image() == null ? 0 : frame.image().length);
    boolean handedOver = false;
    try {
      publisher.send(
          frame,
          (metadata, failure) -> {
            inFlight.leave(room);
            callback.onCompletion(metadata, failure);
          });
      handedOver = true;
    } finally {
      if (!handedOver) {
        inFlight.leave(room);
      }
    }
  }

  /**
   * Waits until Kafka was reached for the first time.
   *
   * @throws PublishException if that takes too long
   */
  public void awaitOpen() throws PublishException, InterruptedException {
    publisher.awaitOpen(patience);
  }

  /**
   * How long the broker is still waited for.
   *
   * @throws PublishException if nothing has arrived for too long
   */
  Duration patienceLeft() throws PublishException {
    return inFlight.patienceLeft();
  }
}
