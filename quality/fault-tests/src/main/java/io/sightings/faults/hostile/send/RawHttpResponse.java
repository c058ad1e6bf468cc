package io.sightings.faults.hostile.send;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One answer of an HTTP server.
 *
 * @param status 0 where there was none
 * @param body as text
 * @param closes whether the connection ends with it
 */
record RawHttpResponse(int status, String body, boolean closes) {
  static final RawHttpResponse NONE = new RawHttpResponse(0, "", true);

  private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)");
  private static final Pattern CLOSE = Pattern.compile("(?i)\r\nConnection: *close");
  private static final int MAX_HEAD = 64 << 10;

  /** Reads the next answer; {@link #NONE} at the end of the connection. */
  static RawHttpResponse read(InputStream in) throws IOException {
    String head = head(in);
    if (!head.matches("(?s)HTTP/1\\.[01] \\d{3}.*")) {
      return NONE;
    }
    int status = Integer.parseInt(head.substring(9, 12));
    if (status < 200) {
      return read(in);
    }
    Matcher length = LENGTH.matcher(head);
    byte[] body =
        length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : in.readAllBytes();
    return new RawHttpResponse(status, new String(body, ISO_8859_1), CLOSE.matcher(head).find());
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int end = 0;
    for (int one; end < 4 && head.size() < MAX_HEAD && (one = in.read()) >= 0; ) {
      head.write(one);
      boolean expected = one == (end % 2 == 0 ? '\r' : '\n');
      end = expected ? end + 1 : one == '\r' ? 1 : 0;
    }
    return head.toString(ISO_8859_1);
  }
}
