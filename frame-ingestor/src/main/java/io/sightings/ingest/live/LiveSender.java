package io.sightings.ingest.live;

import io.sightings.ingest.monitor.UnexpectedErrors;
import io.sightings.ingest.publish.ProducerShare;
import io.sightings.ingest.publish.PublishException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries frames from the buffer to Kafka on a thread of its own, the only one of the live sources
 * that Kafka can keep waiting.
 */
final class LiveSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveSender.class);
  private static final long STOP_MILLIS = 2000;

  private final LiveBuffer buffer;

  /** Their frames are counted as dropped by their receipts. */
  private final UnexpectedErrors unexpected = new UnexpectedErrors(LOG, "live sources", () -> {});

  private final ProducerShare kafka;
  private final Thread thread = new Thread(this::run, "live-sender");

  LiveSender(LiveBuffer buffer, ProducerShare kafka) {
    this.buffer = buffer;
    this.kafka = kafka;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      for (LiveBuffer.Handed next = buffer.take(); next != null; next = buffer.take()) {
        send(next);
      }
    } catch (InterruptedException closing) {
      LOG.debug("Interrupted, as the ingestor stops");
    }
  }

  private void send(LiveBuffer.Handed next) throws InterruptedException {
    try {
      kafka.send(next.frame(), next.receipt());
    } catch (InterruptedException e) {
      next.receipt().onCompletion(null, e);
      throw e;
    } catch (PublishException | RuntimeException | OutOfMemoryError e) {
      // One frame less; the next may pass.
      if (e instanceof PublishException) {
        LOG.debug("Frame {} cannot be sent", next.frame().info().id(), e);
      } else {
        unexpected.tell("sending a frame failed", e);
      }
      next.receipt()
          .onCompletion(
              null, e instanceof Exception failure ? failure : new IllegalStateException(e));
    }
  }

  /** A caller that wants frames to arrive closes their queues first. */
  @Override
  public void close() {
    buffer.close();
    thread.interrupt();
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
