package io.sightings.lab;

import java.io.IOException;

/** What a server says to one client. */
interface Conversation extends AutoCloseable {
  void answer(Request request) throws IOException, InterruptedException;

  /** The connection is over. */
  @Override
  void close();
}
