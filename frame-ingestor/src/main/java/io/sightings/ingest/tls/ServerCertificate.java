package io.sightings.ingest.tls;

import io.sightings.ingest.address.StreamException;
import io.sightings.ingest.address.StreamException.Problem;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The certificate of a server, as a connection of Java's sees it. FFmpeg verifies chain, dates and
 * names by itself, but compares no certificate with a numeric address, and does not tell why it
 * refuses one.
 *
 * @param host a name, or an address without brackets
 */
record ServerCertificate(String host, int port) {
  /** The last label of a name is never numeric (RFC 3696), that of an IPv4 address always is. */
  private static final Pattern NUMERIC = Pattern.compile(".*:.*|(?:.*\\.)?\\d[^.]*\\.?");

  /** A thread that waits for a handshake cannot be interrupted: less than a source has to stop. */
  private static final Duration MAX_TIMEOUT = Duration.ofSeconds(4);

  static boolean isNumeric(String host) {
    return NUMERIC.matcher(host).matches();
  }

  /**
   * Verifies it.
   *
   * @throws StreamException if it is not to be trusted; says why and what to do
   */
  void verify(TlsTrust trust, Duration timeout) throws StreamException {
    Seen seen;
    try {
      seen = new Seen(trust.manager());
    } catch (IOException e) {
      throw broken(e);
    }
    try {
      handshake(seen, timeout);
      seen.checkDates();
    } catch (SSLException | CertificateException e) {
      if (seen.leaf == null) {
        throw broken(e);
      }
      throw new StreamException(
          Problem.UNTRUSTED, "%s is not trusted: %s".formatted(where(), fault(seen.leaf, e)));
    } catch (SocketTimeoutException e) {
      throw new StreamException(
          Problem.TIMEOUT,
          "nothing came from %s for %s: check that it is on and can be reached"
              .formatted(where(), StreamException.inWords(timeout)));
    } catch (IOException | GeneralSecurityException e) {
      throw broken(e);
    }
  }

  /** One clause, and the remedy. */
  private String fault(X509Certificate leaf, Exception refusal) {
    try {
      leaf.checkValidity();
    } catch (CertificateExpiredException e) {
      return "its certificate expired on %s: renew it at the camera"
          .formatted(leaf.getNotAfter().toInstant());
    } catch (CertificateNotYetValidException e) {
      return "its certificate is valid from %s on: set the clocks of the camera and of this machine"
          .formatted(leaf.getNotBefore().toInstant());
    }
    String why = String.valueOf(refusal.getMessage()).toLowerCase(Locale.ROOT);
    if (why.contains("subject alternative") || why.contains("no name matching")) {
      return "its certificate is for another host than %s: use the name or address it is for, or give the camera a certificate for this one"
          .formatted(host);
    }
    return "its certificate is signed by none of the trusted authorities: set tls.ca of the source to the certificate of the camera's authority, or of the camera itself if it has signed it itself";
  }

  private StreamException broken(Exception e) {
    return new StreamException(
        Problem.RESET,
        "%s does not answer in TLS: check protocol and port (%s)"
            .formatted(where(), e.getMessage()));
  }

  private void handshake(Seen seen, Duration timeout) throws IOException, GeneralSecurityException {
    int millis = (int) Math.min(timeout.toMillis(), MAX_TIMEOUT.toMillis());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {seen}, null);
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(host, port), millis);
      plain.setSoTimeout(millis);
      try (SSLSocket socket =
          (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
        SSLParameters parameters = socket.getSSLParameters();
        // Names and addresses are compared as those of HTTPS (RFC 2818), for RTSP as well.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
      }
    }
  }

  private String where() {
    return host + ":" + port;
  }

  /** Remembers the certificate that is verified. */
  private static final class Seen implements X509TrustManager {
    private final X509TrustManager by;
    private @Nullable X509Certificate leaf;

    Seen(X509TrustManager by) {
      this.by = by;
    }

    private X509Certificate leaf() throws CertificateException {
      if (leaf == null) {
        throw new CertificateException("the server has shown no certificate");
      }
      return leaf;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      leaf = chain[0];
      by.checkServerTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      throw new CertificateException("no client is asked for");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return by.getAcceptedIssuers();
    }

    /** Java asks for no dates of a certificate that is trusted itself, OpenSSL does. */
    void checkDates() throws CertificateException {
      leaf().checkValidity();
    }
  }
}
