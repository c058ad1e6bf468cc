package io.sightings.cameras;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;

/** Packets as datagrams: video from an even port to an even port, RTCP between the next ones. */
final class UdpChannel implements MediaChannel {
  private static final int ATTEMPTS = 50;

  private final DatagramSocket video;
  private final DatagramSocket control;
  private final InetAddress client;
  private final int clientPort;

  private UdpChannel(
      DatagramSocket video, DatagramSocket control, InetAddress client, int clientPort) {
    this.video = video;
    this.control = control;
    this.client = client;
    this.clientPort = clientPort;
  }

  static UdpChannel open(InetAddress local, InetAddress client, int clientPort) throws IOException {
    for (int i = 0; i < ATTEMPTS; i++) {
      DatagramSocket video = new DatagramSocket(new InetSocketAddress(local, 0));
      if (video.getLocalPort() % 2 == 0) {
        try {
          InetSocketAddress next = new InetSocketAddress(local, video.getLocalPort() + 1);
          return new UdpChannel(video, new DatagramSocket(next), client, clientPort);
        } catch (SocketException taken) {
          // The next pair may be free.
        }
      }
      video.close();
    }
    throw new IOException("no two neighbouring UDP ports are free");
  }

  @Override
  public void video(byte[] packet) throws IOException {
    video.send(new DatagramPacket(packet, packet.length, client, clientPort));
  }

  @Override
  public void control(byte[] packet) throws IOException {
    control.send(new DatagramPacket(packet, packet.length, client, clientPort + 1));
  }

  @Override
  public String transport() {
    return "RTP/AVP;unicast;client_port=%d-%d;server_port=%d-%d"
        .formatted(clientPort, clientPort + 1, video.getLocalPort(), control.getLocalPort());
  }

  @Override
  public void close() {
    video.close();
    control.close();
  }
}
