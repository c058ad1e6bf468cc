package io.sightings.restguard;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpHeaderNames;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpHeaders;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpMethod;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpRequest;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.QueryStringDecoder;

/**
 * Decides which requests Flink's REST server answers: those of programs, and those of pages that
 * the server itself delivered.
 *
 * <p>A browser adds Origin to each POST, PATCH, DELETE and cross-origin read, Referer unless the
 * page switches it off, and Sec-Fetch-Site where the server is {@code localhost}, a loopback
 * address or reached over TLS. A page can forge none of them. Programs such as {@code flink run}
 * send none of them.
 */
final class RestRequestPolicy {
  private static final String FETCH_SITE = "Sec-Fetch-Site";

  /** What a browser says of a request of the server's own pages, and of a typed address. */
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  /** GETs that run code or cancel a job. A browser may send one without any of the headers. */
  private static final Pattern ACTION =
      Pattern.compile("/+(jars/.*/plan|jobs/.*/yarn-(cancel|stop))/*");

  private final AllowedHosts hosts;

  RestRequestPolicy(AllowedHosts hosts) {
    this.hosts = hosts;
  }

  /** Why the request is refused; empty where Flink may answer it. */
  Optional<String> refusal(HttpRequest request) {
    if (request.decoderResult().isFailure() || !request.uri().startsWith("/")) {
      return Optional.of("The request is malformed or is meant for a proxy.");
    }
    List<String> hostHeaders = request.headers().getAll(HttpHeaderNames.HOST);
    Optional<RequestAuthority> server =
        hostHeaders.size() == 1
            ? RequestAuthority.parse(hostHeaders.get(0)).filter(a -> hosts.contains(a.host()))
            : Optional.empty();
    if (server.isEmpty()) {
      return Optional.of(
          "The Host header names no host of this server. List the name under "
              + RestGuardOptions.ALLOWED_HOSTS.key()
              + " in Flink's config.yaml.");
    }
    if (isForeign(request.headers(), server.get())) {
      return Optional.of(
          "The request comes from a page of another origin. Type the address into the browser.");
    }
    if (isRead(request.method()) && isAction(request.uri()) && !isOfOwnPage(request.headers())) {
      return Optional.of(
          "A GET with an effect is accepted from the web UI only. Use POST or PATCH.");
    }
    return Optional.empty();
  }

  private static boolean isForeign(HttpHeaders headers, RequestAuthority server) {
    return !headers.getAll(HttpHeaderNames.ORIGIN).stream()
            .allMatch(origin -> RequestOrigin.isOf(origin, server))
        || !headers.getAll(HttpHeaderNames.REFERER).stream()
            .allMatch(page -> RequestOrigin.isOf(page, server))
        || !OWN_SITES.containsAll(headers.getAll(FETCH_SITE));
  }

  private static boolean isRead(HttpMethod method) {
    return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
  }

  private static boolean isAction(String uri) {
    return ACTION.matcher(new QueryStringDecoder(uri).path()).matches();
  }

  /** None of these headers is foreign, so one that is there is the server's own. */
  private static boolean isOfOwnPage(HttpHeaders headers) {
    return headers.contains(HttpHeaderNames.ORIGIN)
        || headers.contains(HttpHeaderNames.REFERER)
        || headers.contains(FETCH_SITE);
  }
}
