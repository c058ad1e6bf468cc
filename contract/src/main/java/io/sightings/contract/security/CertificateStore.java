package io.sightings.contract.security;

import io.sightings.contract.settings.SettingChecks;
import java.io.Serializable;
import java.util.Locale;

/**
 * A file of certificates, and of keys.
 *
 * @param path PKCS#12 (.p12, .pfx), JKS (.jks) or PEM (.pem, .crt); empty for none
 * @param password of the file; empty for none
 * @param passwordFile a file that holds the password; empty for none
 */
public record CertificateStore(String path, String password, String passwordFile)
    implements Serializable {

  public CertificateStore {
    path = path == null ? "" : path.strip();
    password = password == null ? "" : password;
    passwordFile = passwordFile == null ? "" : passwordFile.strip();
    boolean secret = !password.isEmpty() || !passwordFile.isEmpty();
    SettingChecks.that(
        !secret || !path.isEmpty(), "path", "missing", "the file the password is of");
    // The text must not show it.
    SettingChecks.that(
        password.isEmpty() || passwordFile.isEmpty(),
        "password",
        "set, and passwordFile too",
        "one of them");
  }

  public static CertificateStore none() {
    return new CertificateStore("", "", "");
  }

  boolean isNone() {
    return path.isEmpty();
  }

  boolean hasPassword() {
    return !password.isEmpty() || !passwordFile.isEmpty();
  }

  /** Kafka's name for the kind of file. */
  String type() {
    String name = path.toLowerCase(Locale.ROOT);
    if (name.endsWith(".jks")) {
      return "JKS";
    }
    return name.endsWith(".pem") || name.endsWith(".crt") ? "PEM" : "PKCS12";
  }

  @Override
  public String toString() {
    return "Store[path=%s, password=%s, passwordFile=%s]"
        .formatted(path, password.isEmpty() ? "" : "***", passwordFile);
  }
}
