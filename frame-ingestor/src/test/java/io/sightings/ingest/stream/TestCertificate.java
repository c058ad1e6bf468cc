package io.sightings.ingest.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate that has signed itself, made by the JDK's keytool.
 *
 * @param pem the certificate alone, for those who are to trust it
 * @param server shows it
 */
public record TestCertificate(Path pem, SSLContext server) {
  private static final String PASSWORD = "not secret";

  /**
   * @param names as of keytool's extension san, such as dns:localhost
   * @param start as of keytool, such as -10d
   */
  public static TestCertificate make(Path folder, String alias, String names, String start)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path store = folder.resolve(alias + ".p12");
    Path pem = folder.resolve(alias + ".pem");
    keytool(
        store,
        "-genkeypair",
        "-keyalg",
        "EC",
        "-dname",
        "CN=camera",
        "-ext",
        "san=" + names,
        "-startdate",
        start,
        "-validity",
        "5");
    keytool(store, "-exportcert", "-rfc", "-file", pem.toString());
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return new TestCertificate(pem, context);
  }

  private static void keytool(Path store, String... task) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(task));
    command.addAll(
        List.of(
            "-alias",
            "camera",
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD,
            "-keystore",
            store.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("keytool failed: " + said);
    }
  }
}
