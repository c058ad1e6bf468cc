package io.sightings.ingest.live;

import io.sightings.contract.Frame;
import io.sightings.ingest.publish.PublishException;
import org.apache.kafka.clients.producer.Callback;

/** The way out: a lane to Kafka. */
@FunctionalInterface
interface FrameOutlet {
  /** May wait. The callback runs once, on any thread, unless this throws. */
  void send(Frame frame, Callback callback) throws PublishException, InterruptedException;
}
