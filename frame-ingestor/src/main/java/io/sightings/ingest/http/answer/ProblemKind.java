package io.sightings.ingest.http.answer;

/** What can be wrong with a request, or with answering it. */
public enum ProblemKind {
  MALFORMED(400, "malformed", "The request cannot be understood"),
  BAD_ID(400, "bad-id", "This is no id of a source"),
  BAD_CAPTURE_TIME(400, "bad-capture-time", "The capture time cannot be understood"),
  BAD_MULTIPART(400, "bad-multipart", "The multipart body cannot be read"),
  NO_TOKEN(401, "no-token", "The token is missing or wrong"),
  UPLOADS_OFF(403, "uploads-off", "Uploads are switched off"),
  NOT_FOUND(404, "not-found", "There is nothing at this address"),
  NO_SUCH_SOURCE(404, "no-such-source", "There is no such source for uploads"),
  BAD_METHOD(405, "bad-method", "The method is not allowed here"),
  TOO_SLOW(408, "too-slow", "The request took too long"),
  TOO_LARGE(413, "too-large", "The body is too large"),
  TOO_MANY_PARTS(413, "too-many-parts", "The body has too many parts"),
  LONG_ADDRESS(414, "long-address", "The address is too long"),
  UNSUPPORTED(415, "unsupported", "This kind of content is not read"),
  UNREADABLE(422, "unreadable", "The picture cannot be read"),
  TOO_MANY_PIXELS(422, "too-many-pixels", "The picture has too many pixels"),
  TOO_COSTLY(422, "too-costly", "The picture takes too much to decode"),
  BUSY(429, "busy", "Too many uploads at once", 2),
  LONG_HEADERS(431, "long-headers", "The headers are too long"),
  FAILED(500, "failed", "Unexpected error"),
  KAFKA_AWAY(503, "kafka-away", "Kafka does not take the pictures", 5),
  STOPPING(503, "stopping", "The ingestor is stopping", 5),
  NO_SPACE(507, "no-space", "There is no space left for the video", 60);

  private static final String PREFIX = "urn:sightings:problem:";

  private final int status;
  private final String name;
  private final String title;
  private final int retrySeconds;

  ProblemKind(int status, String name, String title) {
    this(status, name, title, 0);
  }

  ProblemKind(int status, String name, String title, int retrySeconds) {
    this.status = status;
    this.name = name;
    this.title = title;
    this.retrySeconds = retrySeconds;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** A URI that names the kind for programs; there is nothing to fetch at it. */
  public String type() {
    return PREFIX + name;
  }

  public String title() {
    return title;
  }

  /** When to try again; 0 where trying again does not help. */
  public int retrySeconds() {
    return retrySeconds;
  }
}
