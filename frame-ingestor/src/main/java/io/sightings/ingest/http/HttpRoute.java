package io.sightings.ingest.http;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be asked for. */
enum HttpRoute {
  INDEX("/", "GET", "HEAD"),
  HEALTH("/health", "GET", "HEAD"),
  READY("/ready", "GET", "HEAD"),
  METRICS("/metrics", "GET", "HEAD"),
  IMAGES("images", "POST"),
  VIDEOS("videos", "POST"),
  /** Anything else: no path of a client becomes a name in the metrics. */
  OTHER("");

  private static final Pattern UPLOAD = Pattern.compile("/v1/sources/([^/]*)/(images|videos)");

  private final String path;
  private final List<String> methods;

  HttpRoute(String path, String... methods) {
    this.path = path;
    this.methods = List.of(methods);
  }

  /**
   * Where a request leads.
   *
   * @param id of the source as the client wrote it
   */
  record Target(HttpRoute route, @Nullable String id) {}

  /**
   * @param path canonical, with its special characters encoded
   */
  static Target of(@Nullable String path) {
    if (path == null) {
      return new Target(OTHER, null);
    }
    Matcher upload = UPLOAD.matcher(path);
    if (upload.matches()) {
      return new Target("images".equals(upload.group(2)) ? IMAGES : VIDEOS, upload.group(1));
    }
    for (HttpRoute route : values()) {
      if (route.path.equals(path) && path.startsWith("/")) {
        return new Target(route, null);
      }
    }
    return new Target(OTHER, null);
  }

  boolean takes(String method) {
    return methods.contains(method);
  }

  String allowed() {
    return String.join(", ", methods);
  }

  /** As the metrics call it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
