package io.sightings.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.cameras.clip.LabClip;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ManyConnectionsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void whoLeavesLeavesNoThreadBehind() throws Exception {
    try (CameraServer lab = CameraServer.start()) {
      SimulatedCamera stalled = lab.camera("stalled", LabClip.h264());
      stalled.behave(CameraBehaviour.good().stallAfter(0));
      SimulatedCamera silent = lab.camera("silent", LabClip.h264());
      silent.behave(CameraBehaviour.silent());
      for (int i = 0; i < 300; i++) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), lab.port())) {
          ask(socket, "SETUP", stalled, "Transport: RTP/AVP/TCP;interleaved=0-1\r\n");
          ask(socket, "PLAY", stalled, "");
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), lab.port())) {
          send(socket, "OPTIONS", silent, "");
          assertThat(silent.await(c -> c.connections() > 0, PATIENCE)).isTrue();
        }
      }
      for (SimulatedCamera camera : new SimulatedCamera[] {stalled, silent}) {
        assertThat(camera.await(ManyConnectionsTest::allGone, PATIENCE)).isTrue();
      }
      assertThat(stalled.connections()).isEqualTo(300);
    }
    awaitNoThreads();
  }

  private static boolean allGone(SimulatedCamera camera) {
    return camera.watches().stream().noneMatch(ViewerLog::open);
  }

  private static void awaitNoThreads() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("camera-")) {
        thread.join(PATIENCE.toMillis());
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
  }

  private static void ask(Socket socket, String method, SimulatedCamera camera, String header)
      throws IOException {
    send(socket, method, camera, header);
    InputStream in = socket.getInputStream();
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      answer.append((char) in.read());
    }
    assertThat(answer).startsWith("RTSP/1.0 200 OK");
  }

  private static void send(Socket socket, String method, SimulatedCamera camera, String header)
      throws IOException {
    String request = "%s %s RTSP/1.0\r\nCSeq: 1\r\n%s\r\n".formatted(method, camera.url(), header);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
  }
}
