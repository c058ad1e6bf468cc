package io.sightings.contract.security;

import io.sightings.contract.settings.SettingChecks;
import io.sightings.contract.settings.SettingsException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How every Kafka client of a program connects.
 *
 * <p>A password named by a file is read by the process that connects, each time it makes a client:
 * it is in no job graph and no checkpoint, and changing it needs no new settings.
 *
 * @param protocol what is between client and broker
 * @param mechanism how name and password are shown; matters with a SASL protocol only
 * @param username empty for none
 * @param password empty for none
 * @param passwordFile a file that holds the password; empty for none
 * @param truststore whose certificates are believed; none takes the JVM's own
 * @param keystore this client's certificate and key; none for most
 */
public record KafkaSecurity(
    SecurityProtocol protocol,
    SaslMechanism mechanism,
    String username,
    String password,
    String passwordFile,
    CertificateStore truststore,
    CertificateStore keystore)
    implements Serializable {

  public KafkaSecurity {
    username = username == null ? "" : username.strip();
    password = password == null ? "" : password;
    passwordFile = passwordFile == null ? "" : passwordFile.strip();
    truststore = truststore == null ? CertificateStore.none() : truststore;
    keystore = keystore == null ? CertificateStore.none() : keystore;
    String with = "with protocol " + protocol.name().toLowerCase(Locale.ROOT);
    if (protocol.asksForName()) {
      SettingChecks.that(
          !username.isEmpty(), "username", "missing", "the name the broker knows " + with);
      // These texts must not show it.
      boolean one = password.isEmpty() != passwordFile.isEmpty();
      String found = password.isEmpty() ? "missing" : "set, and passwordFile too";
      SettingChecks.that(one, "password", found, "password or passwordFile, one of them, " + with);
    } else {
      String allowed = "nothing " + with + "; set kafka.security.protocol to sasl_ssl to use it";
      SettingChecks.that(username.isEmpty(), "username", "set", allowed);
      SettingChecks.that(password.isEmpty(), "password", "set", allowed);
      SettingChecks.that(passwordFile.isEmpty(), "passwordFile", "set", allowed);
    }
    if (!protocol.encrypts()) {
      String allowed = "nothing " + with + "; set kafka.security.protocol to ssl or sasl_ssl";
      SettingChecks.that(truststore.isNone(), "truststore.path", "set", allowed);
      SettingChecks.that(keystore.isNone(), "keystore.path", "set", allowed);
    }
    SettingChecks.that(
        !truststore.type().equals("PEM") || !truststore.hasPassword(),
        "truststore.password",
        "set",
        "nothing for a PEM file: its certificates are readable without one");
  }

  /** As Kafka's clients do without being told: no encryption, no name. */
  public static KafkaSecurity none() {
    return new KafkaSecurity(
        SecurityProtocol.PLAINTEXT,
        SaslMechanism.SCRAM_SHA_512,
        "",
        "",
        "",
        CertificateStore.none(),
        CertificateStore.none());
  }

  /** Kafka's own properties; secrets that are in files are named there, not held. */
  public Map<String, String> clientProperties() {
    Map<String, String> properties = new LinkedHashMap<>();
    if (protocol == SecurityProtocol.PLAINTEXT) {
      return properties;
    }
    properties.put("security.protocol", protocol.name());
    SecretProperties secrets = new SecretProperties(properties);
    if (protocol.asksForName()) {
      properties.put("sasl.mechanism", mechanism.kafkaName());
      properties.put(
          "sasl.jaas.config",
          "%s required username=\"%s\" password=\"%s\";"
              .formatted(
                  mechanism.loginModule(),
                  SecretProperties.quoted(username),
                  secrets.quoted("sasl", password, passwordFile)));
    }
    add("truststore", truststore, properties, secrets);
    add("keystore", keystore, properties, secrets);
    return properties;
  }

  private static void add(
      String name,
      CertificateStore store,
      Map<String, String> properties,
      SecretProperties secrets) {
    if (store.isNone()) {
      return;
    }
    properties.put("ssl." + name + ".location", store.path());
    properties.put("ssl." + name + ".type", store.type());
    String password = secrets.plain(name, store.password(), store.passwordFile());
    if (!password.isEmpty()) {
      // In a PEM file it is the key that has a password, not the file.
      boolean pem = store.type().equals("PEM");
      properties.put(pem ? "ssl.key.password" : "ssl." + name + ".password", password);
    }
  }

  /**
   * Finds what a client made in this process would not find.
   *
   * @throws SettingsException naming the key and the file
   */
  public void requireFiles() {
    requireFile("passwordFile", passwordFile);
    requireFile("truststore.path", truststore.path());
    requireFile("truststore.passwordFile", truststore.passwordFile());
    requireFile("keystore.path", keystore.path());
    requireFile("keystore.passwordFile", keystore.passwordFile());
  }

  private static void requireFile(String key, String file) {
    if (!file.isEmpty() && !Files.isReadable(Path.of(file))) {
      String fault = Files.exists(Path.of(file)) ? "may not be read by this user" : "is not there";
      throw new SettingsException(
          "kafka.security.%s is %s, which %s; allowed is a file of this machine that can be read"
              .formatted(key, file, fault));
    }
  }

  @Override
  public String toString() {
    return ("KafkaSecurity[protocol=%s, mechanism=%s, username=%s, password=%s, passwordFile=%s,"
            + " truststore=%s, keystore=%s]")
        .formatted(
            protocol,
            mechanism,
            username,
            password.isEmpty() ? "" : "***",
            passwordFile,
            truststore,
            keystore);
  }
}
