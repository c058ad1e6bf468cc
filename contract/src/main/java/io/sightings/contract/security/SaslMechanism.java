package io.sightings.contract.security;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a name and a password are shown to the broker: Kafka's {@code sasl.mechanism}. */
public enum SaslMechanism {
  /** The password itself is sent: over TLS only. */
  @JsonProperty("plain")
  PLAIN("PLAIN", "org.apache.kafka.common.security.plain.PlainLoginModule"),
  @JsonProperty("scram-sha-256")
  SCRAM_SHA_256("SCRAM-SHA-256", "org.apache.kafka.common.security.scram.ScramLoginModule"),
  /** Proves that the password is known without sending it. */
  @JsonProperty("scram-sha-512")
  SCRAM_SHA_512("SCRAM-SHA-512", "org.apache.kafka.common.security.scram.ScramLoginModule");

  private final String kafkaName;
  private final String loginModule;

  SaslMechanism(String kafkaName, String loginModule) {
    this.kafkaName = kafkaName;
    this.loginModule = loginModule;
  }

  /** As brokers call it. */
  public String kafkaName() {
    return kafkaName;
  }

  String loginModule() {
    return loginModule;
  }
}
