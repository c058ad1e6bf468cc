package io.sightings.ingest.http;

import io.sightings.ingest.settings.ServerSettings;
import java.time.Duration;

/**
 * One of the ingestor's HTTP servers.
 *
 * @param name of its threads and in its metrics
 * @param host address it listens on
 * @param port 0 takes any that is free
 * @param remedy the settings that mend an address or port that cannot be used
 * @param connections all clients together may hold open
 * @param connectionsPerAddress one client address may hold open
 * @param silence how long a connection may say nothing
 */
record ServerPlan(
    String name,
    String host,
    int port,
    String remedy,
    int connections,
    int connectionsPerAddress,
    Duration silence) {
  private static final Duration MAX_SILENCE = Duration.ofSeconds(10);

  /** A probe and a scraper hold one or two. */
  private static final int STATUS_CONNECTIONS_PER_ADDRESS = 32;

  /** Eight addresses that fill their share leave no room for a ninth. */
  private static final int STATUS_CONNECTIONS = 256;

  static ServerPlan uploads(ServerSettings settings) {
    Duration timeout = settings.requestTimeout();
    return new ServerPlan(
        "http",
        settings.host(),
        settings.port(),
        "server.host or server.port",
        ServerSettings.MAX_CONNECTIONS,
        settings.connectionsPerAddress(),
        timeout.compareTo(MAX_SILENCE) < 0 ? timeout : MAX_SILENCE);
  }

  static ServerPlan status(ServerSettings settings) {
    return new ServerPlan(
        "status",
        settings.statusAddress(),
        settings.statusPort(),
        "server.statusHost or server.statusPort",
        STATUS_CONNECTIONS,
        STATUS_CONNECTIONS_PER_ADDRESS,
        MAX_SILENCE);
  }
}
