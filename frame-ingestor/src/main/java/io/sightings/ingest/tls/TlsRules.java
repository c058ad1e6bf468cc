package io.sightings.ingest.tls;

import io.sightings.ingest.address.StreamException;
import io.sightings.ingest.address.StreamException.Problem;
import io.sightings.ingest.address.StreamUrl;
import io.sightings.ingest.settings.TlsSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the servers that one stream connects to are verified. Of one thread. */
public final class TlsRules {
  /** Schemes that begin with a TLS handshake, and their usual ports. */
  private static final Map<String, Integer> PORTS =
      Map.of("https", 443, "rtsps", 322, "rtmps", 443, "rtmpts", 443, "tls", 443);

  private final Duration timeout;

  /** Servers without a name whose certificates have been verified. */
  private final Set<ServerCertificate> verified = new HashSet<>();

  private final Map<String, String> options;
  private final @Nullable TlsTrust trust;

  /**
   * @throws StreamException if the certificates to trust cannot be read
   */
  public TlsRules(TlsSettings settings, Duration timeout) throws StreamException {
    this.timeout = timeout;
    trust = settings.verify() ? trust(settings) : null;
    options =
        trust == null
            ? Map.of("tls_verify", "0")
            : Map.of("tls_verify", "1", "ca_file", trust.file().toString());
  }

  private static TlsTrust trust(TlsSettings settings) throws StreamException {
    try {
      return TlsTrust.of(settings.ca());
    } catch (IOException e) {
      throw new StreamException(Problem.UNSUPPORTED, String.valueOf(e.getMessage()));
    }
  }

  public static boolean isTls(String scheme) {
    return PORTS.containsKey(scheme);
  }

  /** Options of FFmpeg. */
  public Map<String, String> options() {
    return options;
  }

  /** Options for all that a stream opens, those that it is opened with among them. */
  public Map<String, String> with(Map<String, String> others) {
    Map<String, String> all = new HashMap<>(options);
    all.putAll(others);
    return all;
  }

  /** Whether FFmpeg may open a URL. */
  public boolean allows(String url) {
    try {
      verifyAddress(url);
      return true;
    } catch (StreamException e) {
      return false;
    }
  }

  /**
   * Verifies the certificate of a server that is named by its address, which FFmpeg does not
   * compare. Does nothing for others.
   */
  public void verifyAddress(String url) throws StreamException {
    ServerCertificate server = server(url);
    if (trust != null
        && server != null
        && ServerCertificate.isNumeric(server.host())
        && !verified.contains(server)) {
      server.verify(trust, timeout);
      verified.add(server);
    }
  }

  /**
   * Explains a URL that FFmpeg could not open, where the server's certificate is the reason.
   *
   * @throws StreamException with the reason, if the certificate is not trusted; returns otherwise
   */
  public void explain(String url) throws StreamException {
    ServerCertificate server = server(url);
    if (trust == null || server == null) {
      return;
    }
    try {
      server.verify(trust, timeout);
    } catch (StreamException e) {
      if (e.problem() == Problem.UNTRUSTED) {
        throw e;
      }
    }
  }

  /** The server of a URL that is opened by TLS. */
  private @Nullable ServerCertificate server(String text) {
    if (!StreamUrl.isUrl(text)) {
      return null;
    }
    StreamUrl url;
    try {
      url = StreamUrl.of(text);
    } catch (IllegalArgumentException notOurs) {
      return null;
    }
    Integer usual = PORTS.get(url.scheme());
    return usual == null || url.host().isEmpty()
        ? null
        : new ServerCertificate(url.host(), url.port(usual));
  }
}
