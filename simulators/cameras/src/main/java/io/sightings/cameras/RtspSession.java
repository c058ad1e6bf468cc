package io.sightings.cameras;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The conversation with one client (RFC 2326), as the behaviour of its camera wants it. */
final class RtspSession implements ClientConversation {
  private static final Pattern INTERLEAVED = Pattern.compile("interleaved=(\\d+)");
  private static final Pattern CLIENT_PORT = Pattern.compile("client_port=(\\d+)");
  private static final String METHODS = "OPTIONS, DESCRIBE, SETUP, PLAY, GET_PARAMETER, TEARDOWN";

  private final ServerConnection connection;
  private final String id = UUID.randomUUID().toString().substring(0, 8);
  private @Nullable MediaChannel channel;
  private @Nullable Thread player;

  RtspSession(ServerConnection connection) {
    this.connection = connection;
  }

  @Override
  public void answer(CameraRequest request) throws IOException, InterruptedException {
    SimulatedCamera camera = CameraRefusal.admit(connection, request.path(), request).orElse(null);
    if (camera == null) {
      return;
    }
    CameraBehaviour behaviour = camera.behaviour();
    String method = request.method();
    if (ignored(method, behaviour.handshake())) {
      connection.silence();
      return;
    }
    switch (method) {
      case "OPTIONS" -> reply(new CameraResponse("200 OK", request).header("Public", METHODS));
      case "DESCRIBE" -> describe(camera, behaviour, request);
      case "SETUP" -> setUp(request);
      case "PLAY" -> play(camera, request);
      case "TEARDOWN" -> {
        reply(new CameraResponse("200 OK", request));
        connection.fin("torn down by the client");
      }
      case "GET_PARAMETER", "SET_PARAMETER" ->
          reply(new CameraResponse("200 OK", request).header("Session", id));
      default -> reply(new CameraResponse("501 Not Implemented", request));
    }
  }

  private static boolean ignored(String method, CameraHandshake handshake) {
    return handshake == CameraHandshake.NO_DESCRIBE && method.equals("DESCRIBE")
        || handshake == CameraHandshake.NO_PLAY && method.equals("PLAY");
  }

  private void describe(SimulatedCamera camera, CameraBehaviour behaviour, CameraRequest request)
      throws IOException {
    reply(
        new CameraResponse("200 OK", request)
            .header("Content-Base", request.url() + "/")
            .body(
                "application/sdp",
                SessionDescription.of(behaviour.clip(0, camera.clip()), behaviour.handshake())
                    .getBytes(StandardCharsets.UTF_8)));
  }

  private void setUp(CameraRequest request) throws IOException {
    String transport = request.header("transport");
    MediaChannel next;
    Matcher port = CLIENT_PORT.matcher(transport);
    Matcher interleaved = INTERLEAVED.matcher(transport);
    if (transport.contains("TCP")) {
      int first = interleaved.find() ? Integer.parseInt(interleaved.group(1)) : 0;
      next = new InterleavedChannel(connection, first);
    } else if (port.find()) {
      next =
          UdpChannel.open(
              connection.socket().getLocalAddress(),
              connection.socket().getInetAddress(),
              Integer.parseInt(port.group(1)));
    } else {
      reply(new CameraResponse("461 Unsupported Transport", request));
      return;
    }
    use(next);
    reply(
        new CameraResponse("200 OK", request)
            .header("Transport", next.transport())
            .header("Session", id + ";timeout=60"));
  }

  private void use(MediaChannel next) {
    if (channel != null) {
      channel.close();
    }
    channel = next;
  }

  private void play(SimulatedCamera camera, CameraRequest request) throws IOException {
    if (channel == null) {
      reply(new CameraResponse("455 Method Not Valid in This State", request));
      return;
    }
    CameraResponse response = new CameraResponse("200 OK", request).header("Session", id);
    if (player != null) {
      reply(response);
      return;
    }
    RtpSender sender = new RtpSender(camera, channel);
    CameraPlayer first = new CameraPlayer(camera, sender, connection);
    String track = camera.plainUrl() + "/" + SessionDescription.TRACK;
    reply(response.header("RTP-Info", "url=" + track + ";" + sender.info(first.first())));
    player = connection.start(first);
  }

  private void reply(CameraResponse response) throws IOException {
    connection.write(response.bytes());
  }

  @Override
  public void close() {
    if (player != null) {
      player.interrupt();
    }
    if (channel != null) {
      channel.close();
    }
  }
}
