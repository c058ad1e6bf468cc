package io.sightings.contract.security;

import java.util.Map;

/** Puts secrets into a client's properties: as they are, or as a reference to their file. */
final class SecretProperties {
  private final Map<String, String> properties;

  SecretProperties(Map<String, String> properties) {
    this.properties = properties;
  }

  /** For a property that is the secret. */
  String plain(String name, String secret, String file) {
    return file.isEmpty() ? secret : reference(name, SecretFiles.PLAIN, file);
  }

  /** For a secret between quotation marks of a JAAS configuration. */
  String quoted(String name, String secret, String file) {
    return file.isEmpty() ? quoted(secret) : reference(name, SecretFiles.QUOTED, file);
  }

  /** Kafka reads JAAS configurations with the escapes of Java's tokenizer. */
  static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private String reference(String name, String form, String file) {
    String provider = SecretFiles.PROVIDER;
    properties.put("config.providers", provider);
    properties.put("config.providers." + provider + ".class", SecretFiles.class.getName());
    properties.put("config.providers." + provider + ".param." + name, file);
    return "${" + provider + ":" + form + ":" + name + "}";
  }
}
