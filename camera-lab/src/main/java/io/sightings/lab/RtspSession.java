package io.sightings.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The conversation with one client (RFC 2326), as the behaviour of its camera wants it. */
final class RtspSession implements AutoCloseable {
  private static final Pattern INTERLEAVED = Pattern.compile("interleaved=(\\d+)");
  private static final Pattern CLIENT_PORT = Pattern.compile("client_port=(\\d+)");
  private static final String METHODS = "OPTIONS, DESCRIBE, SETUP, PLAY, GET_PARAMETER, TEARDOWN";

  private final RtspConnection connection;
  private final Doorkeeper doorkeeper = new Doorkeeper();
  private final String id = UUID.randomUUID().toString().substring(0, 8);
  private MediaChannel channel;
  private Thread player;
  private boolean silent;

  RtspSession(RtspConnection connection) {
    this.connection = connection;
  }

  void answer(RtspRequest request) throws IOException, InterruptedException {
    Camera camera = connection.find(request);
    if (camera == null) {
      reply(new RtspResponse("404 Not Found", request));
      return;
    }
    if (silent) {
      return;
    }
    CameraBehaviour behaviour = camera.behaviour();
    if (connection.number() >= behaviour.served()) {
      connection.rst("not served any more");
      return;
    }
    switch (behaviour.handshake()) {
      case SILENT -> silent = true;
      case FIN -> connection.fin("closed at " + request.method());
      case RST -> connection.rst("reset at " + request.method());
      case UNAUTHORIZED -> challenge(camera, request);
      case NOT_FOUND -> reply(new RtspResponse("404 Not Found", request));
      case UNAVAILABLE -> reply(new RtspResponse("503 Service Unavailable", request));
      case ENDLESS_HEADERS -> endlessHeaders(request);
      default -> admit(camera, behaviour, request);
    }
  }

  private void admit(Camera camera, CameraBehaviour behaviour, RtspRequest request)
      throws IOException {
    Credentials credentials = camera.credentials();
    String method = request.method();
    if (method.equals("OPTIONS")) {
      reply(new RtspResponse("200 OK", request).header("Public", METHODS));
    } else if (credentials != null && !doorkeeper.admits(credentials, request)) {
      challenge(camera, request);
    } else if (ignored(method, behaviour.handshake())) {
      silent = true;
    } else {
      switch (method) {
        case "DESCRIBE" -> describe(camera, behaviour, request);
        case "SETUP" -> setUp(request);
        case "PLAY" -> play(camera, request);
        case "TEARDOWN" -> {
          reply(new RtspResponse("200 OK", request));
          connection.fin("torn down by the client");
        }
        case "GET_PARAMETER", "SET_PARAMETER" ->
            reply(new RtspResponse("200 OK", request).header("Session", id));
        default -> reply(new RtspResponse("501 Not Implemented", request));
      }
    }
  }

  private static boolean ignored(String method, Handshake handshake) {
    return handshake == Handshake.NO_DESCRIBE && method.equals("DESCRIBE")
        || handshake == Handshake.NO_PLAY && method.equals("PLAY");
  }

  private void describe(Camera camera, CameraBehaviour behaviour, RtspRequest request)
      throws IOException {
    reply(
        new RtspResponse("200 OK", request)
            .header("Content-Base", request.url() + "/")
            .body(
                "application/sdp",
                Sdp.of(behaviour.clip(0, camera.clip()), behaviour.handshake())));
  }

  private void setUp(RtspRequest request) throws IOException {
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
      reply(new RtspResponse("461 Unsupported Transport", request));
      return;
    }
    reply(
        new RtspResponse("200 OK", request)
            .header("Transport", channel.transport())
            .header("Session", id + ";timeout=60"));
  }

  private void use(MediaChannel next) {
    if (channel != null) {
      channel.close();
    }
    channel = next;
  }

  private void play(Camera camera, RtspRequest request) throws IOException {
    if (channel == null) {
      reply(new RtspResponse("455 Method Not Valid in This State", request));
      return;
    }
    Player next = player == null ? new Player(camera, channel, connection) : null;
    RtspResponse response = new RtspResponse("200 OK", request).header("Session", id);
    if (next != null) {
      response.header("RTP-Info", "url=" + camera.plainUrl() + "/" + Sdp.TRACK + ";" + next.info());
    }
    reply(response);
    if (next != null) {
      player = new Thread(next, "camera-" + camera.path());
      player.setDaemon(true);
      player.start();
    }
  }

  private void challenge(Camera camera, RtspRequest request) throws IOException {
    Credentials credentials = camera.credentials();
    Credentials.Scheme scheme =
        credentials == null ? Credentials.Scheme.DIGEST : credentials.scheme();
    reply(
        new RtspResponse("401 Unauthorized", request)
            .header("WWW-Authenticate", doorkeeper.challenge(scheme)));
  }

  private void endlessHeaders(RtspRequest request) throws IOException, InterruptedException {
    connection.write(
        ("RTSP/1.0 200 OK\r\nCSeq: " + request.header("cseq") + "\r\n")
            .getBytes(StandardCharsets.UTF_8));
    byte[] headers = "X-Header: and so on\r\n".repeat(50).getBytes(StandardCharsets.UTF_8);
    while (connection.open()) {
      connection.write(headers);
      Thread.sleep(1);
    }
  }

  private void reply(RtspResponse response) throws IOException {
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
