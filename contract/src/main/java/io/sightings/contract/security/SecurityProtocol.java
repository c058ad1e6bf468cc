package io.sightings.contract.security;

/** What is between a client and the broker: Kafka's {@code security.protocol}. */
public enum SecurityProtocol {
  /** No protection: everyone on the network can read, and can claim any identity. */
  PLAINTEXT,
  /** TLS; the client may have a certificate of its own. */
  SSL,
  /** A name and a password, both of them readable on the network. */
  SASL_PLAINTEXT,
  /** A name and a password, over TLS. */
  SASL_SSL;

  boolean encrypts() {
    return this == SSL || this == SASL_SSL;
  }

  boolean asksForName() {
    return this == SASL_PLAINTEXT || this == SASL_SSL;
  }
}
