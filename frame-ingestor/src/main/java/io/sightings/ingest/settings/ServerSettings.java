package io.sightings.ingest.settings;

import io.sightings.contract.settings.SettingChecks;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;

/**
 * The ingestor's two HTTP servers: uploads on one port, health, readiness and metrics on another.
 *
 * @param host address at which uploads are taken
 * @param port of uploads; 0 takes any that is free
 * @param statusHost address at which the status is given; empty for that of uploads
 * @param statusPort of /health, /ready and /metrics; 0 takes any that is free
 * @param connectionsPerAddress connections that one client address may hold open to the upload
 *     port, 1 to 512; further ones are closed at once
 * @param token what an upload must bring as its bearer token; empty refuses all uploads
 * @param requestTimeout how long a request may take to come in, and Kafka to take its pictures
 * @param parallel uploads worked on at once; more are asked to come back later
 * @param maxVideoBytes largest video
 * @param captureWindow how far back the capture time of an upload may lie
 */
@RecordBuilder
public record ServerSettings(
    String host,
    int port,
    String statusHost,
    int statusPort,
    int connectionsPerAddress,
    String token,
    Duration requestTimeout,
    int parallel,
    long maxVideoBytes,
    Duration captureWindow)
    implements ServerSettingsBuilder.With {

  /** Connections that all clients together may hold open to the upload port. */
  public static final int MAX_CONNECTIONS = 512;

  private static final ServerSettings DEFAULTS =
      new ServerSettings(
          "127.0.0.1",
          8090,
          "",
          8091,
          32,
          "",
          Duration.ofSeconds(30),
          8,
          4L << 30,
          Duration.ofDays(3653));

  public ServerSettings {
    SettingChecks.notBlank("host", host);
    SettingChecks.range("port", port, 0, 65_535);
    statusHost = statusHost == null ? "" : statusHost;
    SettingChecks.range("statusPort", statusPort, 0, 65_535);
    SettingChecks.that(
        statusPort == 0 || statusPort != port, "statusPort", statusPort, "another port than port");
    SettingChecks.range("connectionsPerAddress", connectionsPerAddress, 1, MAX_CONNECTIONS);
    token = token == null ? "" : token;
    // The text must not show it.
    SettingChecks.that(
        token.isEmpty() || token.length() >= 16, "token", "too short", "16 characters or more");
    SettingChecks.range(
        "requestTimeout", requestTimeout, Duration.ofSeconds(1), Duration.ofHours(1));
    SettingChecks.range("parallel", parallel, 1, 1000);
    SettingChecks.range("maxVideoBytes", (double) maxVideoBytes, 1 << 20, (double) (1L << 42));
    SettingChecks.range(
        "captureWindow", captureWindow, Duration.ofHours(1), Duration.ofDays(36_525));
  }

  public static ServerSettings defaults() {
    return DEFAULTS;
  }

  /** The address at which the status is given. */
  public String statusAddress() {
    return statusHost.isBlank() ? host : statusHost;
  }

  @Override
  public String toString() {
    return "ServerSettings[host=%s, port=%d, statusHost=%s, statusPort=%d, token=%s]"
        .formatted(host, port, statusHost, statusPort, token.isEmpty() ? "" : "***");
  }
}
