package io.sightings.ingest.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that servers are verified by, as the PEM file that OpenSSL within FFmpeg reads.
 *
 * @param file readable
 */
record TlsTrust(Path file) {
  /** Where Debian, Red Hat, SUSE, and Alpine and macOS keep what their administrators trust. */
  private static final List<Path> SYSTEM =
      List.of(
          Path.of("/etc/ssl/certs/ca-certificates.crt"),
          Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
          Path.of("/etc/ssl/ca-bundle.pem"),
          Path.of("/etc/ssl/cert.pem"));

  /**
   * @param ca a PEM file; empty takes the system's, or Java's where the system has none
   * @throws IOException if there are none to be had; the text says why
   */
  static TlsTrust of(String ca) throws IOException {
    if (!ca.isEmpty()) {
      Path named = Path.of(ca);
      if (!Files.isReadable(named)) {
        throw new IOException("tls.ca: " + named + " is not there or may not be read");
      }
      return new TlsTrust(named);
    }
    for (Path bundle : SYSTEM) {
      if (Files.isReadable(bundle)) {
        return new TlsTrust(bundle);
      }
    }
    return new TlsTrust(OfJava.FILE);
  }

  /**
   * The same certificates for a connection of Java's.
   *
   * @throws IOException if the file holds none
   */
  X509TrustManager manager() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int count = 0;
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("ca-" + count++, one);
      }
      if (count == 0) {
        throw new IOException("tls.ca: " + file + " holds no certificate");
      }
      return manager(store);
    } catch (GeneralSecurityException e) {
      throw new IOException("tls.ca: " + file + " is not a PEM file of certificates", e);
    }
  }

  private static X509TrustManager manager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager one : factory.getTrustManagers()) {
      if (one instanceof X509TrustManager x509) {
        return x509;
      }
    }
    throw new IllegalStateException("every Java has a trust manager for X.509");
  }

  /** Written at the first need, for this process alone. */
  private static final class OfJava {
    static final Path FILE = write();

    private static Path write() {
      try {
        Path file = Files.createTempFile("sightings-ca-", ".pem");
        file.toFile().deleteOnExit();
        StringBuilder pem = new StringBuilder();
        Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
        for (X509Certificate one : manager((KeyStore) null).getAcceptedIssuers()) {
          pem.append("-----BEGIN CERTIFICATE-----\n")
              .append(lines.encodeToString(one.getEncoded()))
              .append("\n-----END CERTIFICATE-----\n");
        }
        Files.writeString(file, pem, US_ASCII);
        return file;
      } catch (IOException | GeneralSecurityException e) {
        throw new IllegalStateException("Java's trusted certificates cannot be written", e);
      }
    }
  }
}
