package io.sightings.cameras;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request of a client (RFC 2326, section 6; RFC 9112, section 3).
 *
 * @param version the protocol, such as RTSP/1.0
 * @param headers by name in lower case
 */
record CameraRequest(String method, String url, String version, Map<String, String> headers) {
  private static final int MAX_BYTES = 1 << 16;

  /**
   * Reads the next one; what a client sends on interleaved channels (section 10.12) is passed over.
   *
   * @return null if the client has closed the connection
   */
  static @Nullable CameraRequest read(InputStream in) throws IOException {
    while (true) {
      int first = in.read();
      if (first < 0) {
        return null;
      }
      if (first == '$') {
        in.skipNBytes(1);
        in.skipNBytes((long) required(in) << 8 | required(in));
      } else if (first != '\r' && first != '\n') {
        return parse(in, first);
      }
    }
  }

  private static CameraRequest parse(InputStream in, int first) throws IOException {
    String line = (char) first + line(in);
    String[] parts = line.split(" ");
    if (parts.length != 3) {
      throw new IOException("no request: " + line.length() + " characters");
    }
    Map<String, String> headers = new TreeMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      if (colon > 0) {
        String name = header.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        headers.put(name, header.substring(colon + 1).strip());
      }
    }
    in.skipNBytes(Long.parseLong(headers.getOrDefault("content-length", "0")));
    return new CameraRequest(parts[0], parts[1], parts[2], headers);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int read = required(in); read != '\n'; read = required(in)) {
      if (line.length() > MAX_BYTES) {
        throw new IOException("a line of a request does not end");
      }
      line.append((char) read);
    }
    return line.toString().strip();
  }

  private static int required(InputStream in) throws IOException {
    int read = in.read();
    if (read < 0) {
      throw new EOFException("closed in the middle of a request");
    }
    return read;
  }

  /** Which camera is meant, also by the URL of its track. */
  String path() {
    String path = URI.create(url).getPath();
    String trimmed = path == null ? "" : path.replaceAll("^/+|/+$", "");
    String track = "/" + SessionDescription.TRACK;
    return trimmed.endsWith(track)
        ? trimmed.substring(0, trimmed.length() - track.length())
        : trimmed;
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }
}
