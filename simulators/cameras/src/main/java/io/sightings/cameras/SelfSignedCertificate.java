package io.sightings.cameras;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A self-signed certificate for localhost and 127.0.0.1, made by the JDK's keytool. It is valid for
 * two days.
 *
 * @param keystore certificate and key, PKCS#12
 * @param password of the keystore
 */
public record SelfSignedCertificate(Path keystore, String password) {
  private static final String FILE = "server.p12";
  private static final String ALIAS = "server";
  private static final String OPTIONS =
      "-genkeypair -keyalg EC -dname CN=localhost -ext san=dns:localhost,ip:127.0.0.1 -validity 2"
          + " -storetype PKCS12 -alias "
          + ALIAS
          // Every user of the machine can read a command line.
          + " -storepass:env STOREPASS -keystore";

  /**
   * @param dir of the keystore
   * @throws IOException if keytool is missing or fails
   */
  public static SelfSignedCertificate make(Path dir) throws IOException {
    Path keystore = dir.resolve(FILE);
    String password = UUID.randomUUID().toString();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(OPTIONS.split(" ")));
    command.add(keystore.toString());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectInput(Redirect.PIPE);
    builder.environment().put("STOREPASS", password);
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("keytool failed: " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while making a certificate", e);
    }
    return new SelfSignedCertificate(keystore, password);
  }

  /** A server's context with a new certificate that no file keeps. */
  static SSLContext serverContext() throws IOException {
    Path folder = Files.createTempDirectory("camera-tls-");
    try {
      SelfSignedCertificate certificate = make(folder);
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(certificate.keys(), certificate.password().toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("no certificate can be made", e);
    } finally {
      Files.deleteIfExists(folder.resolve(FILE));
      Files.delete(folder);
    }
  }

  /** The certificate without its key, PEM: what a client has to trust. */
  public String pem() throws IOException {
    try {
      byte[] encoded = keys().getCertificate(ALIAS).getEncoded();
      return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
          .formatted(Base64.getMimeEncoder().encodeToString(encoded));
    } catch (GeneralSecurityException e) {
      throw new IOException(keystore + " has no certificate", e);
    }
  }

  private KeyStore keys() throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(keystore.toFile(), password.toCharArray());
  }
}
