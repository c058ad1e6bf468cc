package io.sightings.cameras;

import java.io.IOException;

/** The way of packets to a client. */
interface MediaChannel extends AutoCloseable {
  /** Sends a packet of the video. */
  void video(byte[] packet) throws IOException;

  /** Sends a packet of RTCP. */
  void control(byte[] packet) throws IOException;

  /** As in the Transport header of the answer to SETUP. */
  String transport();

  @Override
  void close();
}
