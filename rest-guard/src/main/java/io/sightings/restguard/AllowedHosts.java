package io.sightings.restguard;

import java.net.InetAddress;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.shaded.netty4.io.netty.util.NetUtil;

/**
 * The hosts that a request may be addressed to.
 *
 * <p>An attacker who rebinds a name of his own to this machine's address sends that name in the
 * Host header. A literal address cannot be rebound, so every one is allowed except the unspecified
 * addresses: systems route those to the machine itself, and browsers do not mark requests to them
 * with Sec-Fetch-Site.
 *
 * @param names in lower case, without a trailing dot
 */
record AllowedHosts(Set<String> names) {

  AllowedHosts {
    names = Set.copyOf(names);
  }

  /** {@code localhost}, the names in Flink's own settings and the names listed for the guard. */
  static AllowedHosts of(ReadableConfig flink) {
    Stream<String> own =
        Stream.of(
            "localhost",
            flink.getOptional(RestOptions.ADDRESS).orElse(""),
            flink.getOptional(JobManagerOptions.ADDRESS).orElse(""));
    return new AllowedHosts(
        Stream.concat(own, flink.get(RestGuardOptions.ALLOWED_HOSTS).stream())
            .map(name -> RequestAuthority.normal(name.strip()))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toUnmodifiableSet()));
  }

  boolean contains(String host) {
    InetAddress literal = NetUtil.createInetAddressFromIpAddressString(host);
    return literal == null ? names.contains(host) : !literal.isAnyLocalAddress();
  }
}
