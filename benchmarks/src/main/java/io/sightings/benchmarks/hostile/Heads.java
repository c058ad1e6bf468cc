package io.sightings.benchmarks.hostile;

/** Heads of requests. */
final class Heads {
  static final String TOKEN = "the token of the load generator";
  static final String SOURCE = "door";
  static final String IMAGES = "/v1/sources/" + SOURCE + "/images";
  static final String VIDEOS = "/v1/sources/" + SOURCE + "/videos";
  static final String BOUNDARY = "hostile-part";
  static final String MULTIPART = "Content-Type: multipart/form-data; boundary=" + BOUNDARY;

  private Heads() {}

  /** With the token, closing the connection after the answer. */
  static String post(String path, String... headers) {
    return "POST %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer %s\r\n%s\r\n"
        .formatted(path, TOKEN, lines(headers));
  }

  /** Without a token. */
  static String bare(String line, String... headers) {
    return "%s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n%s\r\n".formatted(line, lines(headers));
  }

  static String length(byte[] body) {
    return "Content-Length: " + body.length;
  }

  private static String lines(String... headers) {
    return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
  }
}
