package io.sightings.cameras;

import io.sightings.cameras.clip.LabClip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows a camera as a live playlist and its segments (RFC 8216). Of the faults of pictures only a
 * stall is known: the playlist grows no further.
 */
final class HlsSession implements ClientConversation {
  static final String PLAYLIST = "/live.m3u8";

  private static final Pattern SEGMENT = Pattern.compile("(.*)/segment-(\\d+)\\.ts");
  private static final int WINDOW = 4;

  private final ServerConnection connection;

  HlsSession(ServerConnection connection) {
    this.connection = connection;
  }

  @Override
  public void answer(CameraRequest request) throws IOException, InterruptedException {
    String path = request.path();
    Matcher segment = SEGMENT.matcher(path);
    boolean isSegment = segment.matches();
    String camera =
        isSegment ? segment.group(1) : path.substring(0, Math.max(0, path.lastIndexOf('/')));
    SimulatedCamera found = CameraRefusal.admit(connection, camera, request).orElse(null);
    if (found == null) {
      return;
    }
    if (isSegment) {
      sendSegment(found, Long.parseLong(segment.group(2)), request);
    } else {
      sendPlaylist(found, request);
    }
  }

  private void sendPlaylist(SimulatedCamera camera, CameraRequest request)
      throws IOException, InterruptedException {
    LabClip clip = camera.clip();
    int length = length(clip);
    TimeUnit.NANOSECONDS.sleep(camera.clock().until(length));
    long complete = Math.min(camera.clock().next(), end(camera.behaviour())) / length;
    long first = Math.max(0, complete - WINDOW);
    StringBuilder list = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:3\n");
    list.append("#EXT-X-TARGETDURATION:").append((length + clip.fps() - 1) / clip.fps());
    list.append("\n#EXT-X-MEDIA-SEQUENCE:").append(first).append('\n');
    for (long i = first; i < complete; i++) {
      list.append("#EXT-X-PROGRAM-DATE-TIME:").append(camera.time(i * length)).append('\n');
      list.append("#EXTINF:").append((double) length / clip.fps()).append(",\n");
      list.append("segment-").append(i).append(".ts\n");
    }
    byte[] bytes = list.toString().getBytes(StandardCharsets.UTF_8);
    connection.write(
        new CameraResponse("200 OK", request).body("application/vnd.apple.mpegurl", bytes).bytes());
  }

  /** The first frame which the camera does not show any more. */
  private static long end(CameraBehaviour behaviour) {
    return behaviour.faults().stream()
        .filter(fault -> fault instanceof StreamFault.Stall)
        .mapToLong(fault -> ((StreamFault.Stall) fault).after())
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private void sendSegment(SimulatedCamera camera, long index, CameraRequest request)
      throws IOException {
    int length = length(camera.clip());
    long from = index * length;
    if (from + length > camera.clock().next()) {
      connection.write(new CameraResponse("404 Not Found", request).bytes());
      return;
    }
    byte[] segment = TransportStreamMuxer.segment(camera.clip(), from, from + length);
    connection.write(new CameraResponse("200 OK", request).body("video/mp2t", segment).bytes());
    for (long ordinal = from; ordinal < from + length; ordinal++) {
      camera.sent(connection.number(), ordinal, false);
    }
  }

  /** A second at least, in frames, and from a key frame to a key frame. */
  private static int length(LabClip clip) {
    int gop = clip.spec().gop();
    return (clip.fps() + gop - 1) / gop * gop;
  }

  @Override
  public void close() {
    // Nothing goes on between requests.
  }
}
