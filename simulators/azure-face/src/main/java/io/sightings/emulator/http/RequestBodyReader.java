package io.sightings.emulator.http;

import io.sightings.emulator.faces.ImageValidator;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads what callers send. */
final class RequestBodyReader {
  /** Read and thrown away, so that a caller who sends too much gets to read why it is refused. */
  private static final long MAX_THROWN_AWAY = 64 << 20;

  private RequestBodyReader() {}

  /** The body; of one that is too large, just as much as shows it. */
  static byte[] read(Request request) throws IOException {
    try (InputStream in = Content.Source.asInputStream(request)) {
      byte[] body = in.readNBytes(ImageValidator.MAX_BYTES + 1);
      long left = MAX_THROWN_AWAY;
      while (left > 0 && body.length > ImageValidator.MAX_BYTES) {
        long skipped = in.readNBytes(1 << 16).length;
        if (skipped == 0) {
          break;
        }
        left -= skipped;
      }
      return body;
    }
  }
}
