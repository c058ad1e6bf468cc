package io.sightings.ingest.settings;

import io.sightings.contract.settings.Check;
import java.time.Duration;

/**
 * The ingestor's HTTP server: uploads, health and metrics.
 *
 * @param host address it listens on
 * @param port 0 takes any that is free
 * @param token what an upload must bring as its bearer token; without one nobody may upload
 * @param requestTimeout how long a request may take to come in, and Kafka to take its pictures
 * @param parallel uploads worked on at once; more are asked to come back later
 * @param maxVideoBytes largest video
 */
public record ServerSettings(
    String host,
    int port,
    String token,
    Duration requestTimeout,
    int parallel,
    long maxVideoBytes) {

  public ServerSettings {
    Check.notBlank("host", host);
    Check.range("port", port, 0, 65_535);
    token = token == null ? "" : token;
    // The text must not show it.
    Check.that(
        token.isEmpty() || token.length() >= 16, "token", "too short", "16 characters or more");
    Check.range("requestTimeout", requestTimeout, Duration.ofSeconds(1), Duration.ofHours(1));
    Check.range("parallel", parallel, 1, 1000);
    Check.range("maxVideoBytes", (double) maxVideoBytes, 1 << 20, (double) (1L << 42));
  }

  public static ServerSettings defaults() {
    return new ServerSettings("127.0.0.1", 8090, "", Duration.ofSeconds(30), 8, 4L << 30);
  }

  public ServerSettings withPort(int other) {
    return new ServerSettings(host, other, token, requestTimeout, parallel, maxVideoBytes);
  }

  @Override
  public String toString() {
    return "ServerSettings[host=%s, port=%d, token=%s]"
        .formatted(host, port, token.isEmpty() ? "" : "***");
  }
}
