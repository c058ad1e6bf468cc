package io.sightings.cameras;

import java.io.IOException;

/** Packets within the RTSP connection (RFC 2326, section 10.12). */
record InterleavedChannel(ServerConnection connection, int channel) implements MediaChannel {
  @Override
  public void video(byte[] packet) throws IOException {
    send(channel, packet);
  }

  @Override
  public void control(byte[] packet) throws IOException {
    send(channel + 1, packet);
  }

  private void send(int to, byte[] packet) throws IOException {
    byte[] framed = new byte[4 + packet.length];
    framed[0] = '$';
    framed[1] = (byte) to;
    framed[2] = (byte) (packet.length >> 8);
    framed[3] = (byte) packet.length;
    System.arraycopy(packet, 0, framed, 4, packet.length);
    connection.write(framed);
  }

  @Override
  public String transport() {
    return "RTP/AVP/TCP;unicast;interleaved=%d-%d".formatted(channel, channel + 1);
  }

  @Override
  public void close() {
    // The connection is closed by itself.
  }
}
