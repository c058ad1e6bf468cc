package io.sightings.faults.hostile.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.sightings.faults.hostile.input.HostileInput.HostileRequest;
import io.sightings.faults.hostile.input.HostileInput.Manner;
import io.sightings.toolkit.process.IngestorProcess;

/** Requests to the ingestor's HTTP server. */
final class HttpRequests {
  static final String IMAGES = "/v1/sources/" + HostileSources.DOOR + "/images";
  static final String VIDEOS = "/v1/sources/" + HostileSources.DOOR + "/videos";
  static final String BOUNDARY = "hostile-part";
  static final String CHUNKED = "Transfer-Encoding: chunked";
  private static final String TOKEN = "Authorization: Bearer " + IngestorProcess.TOKEN;

  private HttpRequests() {}

  /** A head with the token; the connection is closed after the answer. */
  static String post(String path, String... headers) {
    return head("POST " + path + " HTTP/1.1", "Connection: close", lines(headers));
  }

  /** A head with the token that names the length of its body. */
  static String posted(String path, String type, byte[] body, String... headers) {
    return head(
        "POST " + path + " HTTP/1.1",
        "Content-Type: " + type,
        "Content-Length: " + body.length,
        lines(headers));
  }

  static String get(String path, String... headers) {
    return head("GET " + path + " HTTP/1.1", "Connection: close", lines(headers));
  }

  private static String head(String line, String... headers) {
    return line + "\r\nHost: x\r\n" + TOKEN + "\r\n" + lines(headers) + "\r\n";
  }

  private static String lines(String... headers) {
    StringBuilder lines = new StringBuilder();
    for (String header : headers) {
      lines.append(header.isEmpty() || header.endsWith("\r\n") ? header : header + "\r\n");
    }
    return lines.toString();
  }

  static HostileInput of(String head, byte[] body, Manner manner) {
    return new HostileRequest(ByteCorrupter.joined(head.getBytes(ISO_8859_1), body), manner);
  }

  /** A text and nothing behind it: the server need not wait for more. */
  static HostileInput text(String text) {
    return new HostileRequest(text.getBytes(ISO_8859_1), Manner.HALF_CLOSES);
  }
}
