package io.sightings.contract.security;

import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;
import org.jspecify.annotations.Nullable;

/**
 * What asking again does not mend: the broker, or this client, has refused the other. The text
 * holds no secret.
 *
 * @param text who refused whom, why, and which setting to look at
 */
public record AccessRefusal(String text) {

  /**
   * @param failure of any Kafka client
   * @return nothing where the failure may be over the next time
   */
  public static Optional<AccessRefusal> in(
      @Nullable Throwable failure, String bootstrap, KafkaSecurity security) {
    String at = "Kafka at " + bootstrap;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SaslAuthenticationException) {
        return refusal(
            "%s does not accept the user %s and its password with %s: check"
                + " kafka.security.username, password and mechanism.",
            at, security.username(), security.mechanism().kafkaName());
      }
      if (cause instanceof UnsupportedSaslMechanismException) {
        return refusal(
            "%s does not offer %s: set kafka.security.mechanism to one it has.",
            at, security.mechanism().kafkaName());
      }
      if (cause instanceof SslAuthenticationException) {
        return refusal(
            "%s: no TLS connection (%s): check kafka.security.truststore and keystore, and that"
                + " the broker's certificate names the host.",
            at, deepest(cause));
      }
      if (cause instanceof AuthorizationException) {
        return refusal(
            "%s does not let %s do this (%s): let it be granted.",
            at,
            security.username().isEmpty() ? "this client" : "the user " + security.username(),
            cause.getMessage());
      }
      if (cause instanceof ConfigException) {
        return refusal("%s cannot be used: %s", at, cause.getMessage());
      }
    }
    return Optional.empty();
  }

  private static Optional<AccessRefusal> refusal(String text, Object... parts) {
    return Optional.of(new AccessRefusal(text.formatted(parts)));
  }

  /** TLS tells what is wrong in its innermost cause. */
  private static String deepest(Throwable failure) {
    Throwable at = failure;
    while (at.getCause() != null && at.getCause() != at) {
      at = at.getCause();
    }
    return String.valueOf(at.getMessage());
  }
}
