package io.sightings.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The conversation with one client (RFC 2326), as the behaviour of its camera wants it. */
final class RtspSession implements Conversation {
  private static final Pattern INTERLEAVED = Pattern.compile("interleaved=(\\d+)");
  private static final Pattern CLIENT_PORT = Pattern.compile("client_port=(\\d+)");
  private static final String METHODS = "OPTIONS, DESCRIBE, SETUP, PLAY, GET_PARAMETER, TEARDOWN";

  private final Connection connection;
  private final String id = UUID.randomUUID().toString().substring(0, 8);
  private MediaChannel channel;
  private Thread player;

  RtspSession(Connection connection) {
    this.connection = connection;
  }

  @Override
  public void answer(Request request) throws IOException, InterruptedException {
    Camera camera = connection.find(request.path());
    if (!Refusal.admits(connection, camera, request)) {
      return;
    }
    CameraBehaviour behaviour = camera.behaviour();
    String method = request.method();
    if (ignored(method, behaviour.handshake())) {
      connection.silence();
      return;
    }
    switch (method) {
      case "OPTIONS" -> reply(new Response("200 OK", request).header("Public", METHODS));
      case "DESCRIBE" -> describe(camera, behaviour, request);
      case "SETUP" -> setUp(request);
      case "PLAY" -> play(camera, request);
      case "TEARDOWN" -> {
        reply(new Response("200 OK", request));
        connection.fin("torn down by the client");
      }
      case "GET_PARAMETER", "SET_PARAMETER" ->
          reply(new Response("200 OK", request).header("Session", id));
      default -> reply(new Response("501 Not Implemented", request));
    }
  }

  private static boolean ignored(String method, Handshake handshake) {
    return handshake == Handshake.NO_DESCRIBE && method.equals("DESCRIBE")
        || handshake == Handshake.NO_PLAY && method.equals("PLAY");
  }

  private void describe(Camera camera, CameraBehaviour behaviour, Request request)
      throws IOException {
    reply(
        new Response("200 OK", request)
            .header("Content-Base", request.url() + "/")
            .body(
                "application/sdp",
                Sdp.of(behaviour.clip(0, camera.clip()), behaviour.handshake())
                    .getBytes(StandardCharsets.UTF_8)));
  }

  private void setUp(Request request) throws IOException {
    String transport = request.header("transport");
    Matcher port = CLIENT_PORT.matcher(transport);
    Matcher interleaved = INTERLEAVED.matcher(transport);
    if (transport.contains("TCP")) {
      int first = interleaved.find() ? Integer.parseInt(interleaved.group(1)) : 0;
      use(new InterleavedChannel(connection, first));
    } else if (port.find()) {
      use(
          UdpChannel.open(
              connection.socket().getLocalAddress(),
              connection.socket().getInetAddress(),
              Integer.parseInt(port.group(1))));
    } else {
      reply(new Response("461 Unsupported Transport", request));
      return;
    }
    reply(
        new Response("200 OK", request)
            .header("Transport", channel.transport())
            .header("Session", id + ";timeout=60"));
  }

  private void use(MediaChannel next) {
    if (channel != null) {
      channel.close();
    }
    channel = next;
  }

  private void play(Camera camera, Request request) throws IOException {
    if (channel == null) {
      reply(new Response("455 Method Not Valid in This State", request));
      return;
    }
    Response response = new Response("200 OK", request).header("Session", id);
    if (player != null) {
      reply(response);
      return;
    }
    RtpSender sender = new RtpSender(camera, channel);
    Player first = new Player(camera, sender, connection);
    String track = camera.plainUrl() + "/" + Sdp.TRACK;
    reply(response.header("RTP-Info", "url=" + track + ";" + sender.info(first.first())));
    player = connection.start(first);
  }

  private void reply(Response response) throws IOException {
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
