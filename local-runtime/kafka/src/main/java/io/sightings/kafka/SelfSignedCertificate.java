package io.sightings.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A certificate for this machine that is self-signed, made for one test and good for a day.
 *
 * @param keystore certificate and key, PKCS#12
 * @param certificate the certificate alone, PEM: what clients are to believe
 * @param password of the keystore
 */
public record SelfSignedCertificate(Path keystore, Path certificate, String password) {
  private static final String ALIAS = "broker";
  private static final int PATIENCE_SECONDS = 60;

  /**
   * @param dir where the files are put
   * @throws BrokerUnavailableException if there is no keytool, or it fails
   */
  public static SelfSignedCertificate make(Path dir) throws IOException {
    Path keystore = dir.resolve("broker.p12");
    Path certificate = dir.resolve("broker.pem");
    String password = UUID.randomUUID().toString();
    List<String> store =
        List.of("-keystore", keystore.toString(), "-storetype", "PKCS12", "-alias", ALIAS);
    keytool(
        dir,
        store,
        password,
        List.of(
            "-genkeypair",
            "-keyalg",
            "EC",
            "-validity",
            "2",
            "-dname",
            "CN=localhost",
            "-ext",
            "SAN=dns:localhost,ip:127.0.0.1"));
    keytool(dir, store, password, List.of("-exportcert", "-rfc", "-file", certificate.toString()));
    return new SelfSignedCertificate(keystore, certificate, password);
  }

  private static void keytool(Path dir, List<String> store, String password, List<String> task)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(task);
    command.addAll(store);
    // Not on the command line, which everybody on the machine can read.
    command.addAll(List.of("-storepass:env", "STOREPASS"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("STOREPASS", password);
    Path log = dir.resolve("keytool.log");
    Process process = builder.redirectOutput(log.toFile()).start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new BrokerUnavailableException("keytool failed: " + Files.readString(log));
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new BrokerUnavailableException("interrupted while keytool was busy", e);
    }
  }
}
