package io.sightings.cameras;

import java.io.IOException;

/** What a server says to one client. */
interface ClientConversation extends AutoCloseable {
  void answer(CameraRequest request) throws IOException, InterruptedException;

  /** The connection is over. */
  @Override
  void close();
}
