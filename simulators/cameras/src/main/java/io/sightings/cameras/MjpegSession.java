package io.sightings.cameras;

import io.sightings.cameras.clip.AccessUnit;
import io.sightings.cameras.clip.LabClip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Shows a camera to one client that asks by HTTP, as the behaviour of the camera wants it. */
final class MjpegSession implements ClientConversation, FrameSender {
  private static final String BOUNDARY = "picture";

  private final ServerConnection connection;
  private @Nullable Thread player;

  MjpegSession(ServerConnection connection) {
    this.connection = connection;
  }

  @Override
  public void answer(CameraRequest request) throws IOException, InterruptedException {
    SimulatedCamera camera = CameraRefusal.admit(connection, request.path(), request).orElse(null);
    if (camera == null || player != null) {
      return;
    }
    connection.write(
        new CameraResponse("200 OK", request)
            .header("Content-Type", "multipart/x-mixed-replace; boundary=" + BOUNDARY)
            .header("Connection", "close")
            .bytes());
    player = connection.start(new CameraPlayer(camera, this, connection));
  }

  @Override
  public void send(
      LabClip clip, AccessUnit picture, long ordinal, long frame, CameraBehaviour behaviour)
      throws IOException {
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    byte[] jpeg = picture.units().get(0);
    String head =
        "--%s\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n"
            .formatted(BOUNDARY, jpeg.length);
    part.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    part.writeBytes(jpeg);
    part.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    connection.write(part.toByteArray());
  }

  @Override
  public void close() {
    if (player != null) {
      player.interrupt();
    }
  }
}
