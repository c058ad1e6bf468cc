package io.sightings.faults.hostile.send;

import io.sightings.faults.hostile.input.HostileInputGenerator.Planned;
import java.util.List;

/** Hands inputs to the product. */
public interface InputSender extends AutoCloseable {

  /** Sends all of them and counts what became of them, as far as that is known at once. */
  void send(List<Planned> inputs) throws InterruptedException;

  /** Waits for what {@link #send} has left under way. */
  default void finish() throws InterruptedException {}

  @Override
  void close();
}
