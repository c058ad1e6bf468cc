package io.sightings.cli.kafka;

import io.sightings.cameras.SelfSignedCertificate;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A second listener of a broker, with TLS, user names, passwords, and an authorizer that denies
 * what no ACL allows.
 *
 * @param port where its clients connect
 * @param keys of the broker
 * @param users names and passwords of users who need no ACL; letters and digits only
 */
record SecuredListener(int port, SelfSignedCertificate keys, Map<String, String> users) {
  private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule";
  private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule";
  private static final String PREFIX = "listener.name.clients.";
  private static final String AUTHORIZER =
      "org.apache.kafka.metadata.authorizer.StandardAuthorizer";

  /** The principal of the listener without passwords, on which the broker talks to itself. */
  private static final String BROKER = "User:ANONYMOUS";

  void addTo(Map<String, String> values) {
    String address = ",CLIENTS://127.0.0.1:" + port;
    values.merge("listeners", address, String::concat);
    values.merge("advertised.listeners", address, String::concat);
    values.merge("listener.security.protocol.map", ",CLIENTS:SASL_SSL", String::concat);
    values.put("authorizer.class.name", AUTHORIZER);
    values.put(
        "super.users",
        users.keySet().stream()
            .map(user -> ";User:" + user)
            .collect(Collectors.joining("", BROKER, "")));
    values.put(PREFIX + "ssl.keystore.type", "PKCS12");
    values.put(PREFIX + "ssl.keystore.location", keys.keystore().toString());
    values.put(PREFIX + "ssl.keystore.password", keys.password());
    values.put(PREFIX + "sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-512");
    String known =
        users.entrySet().stream()
            .map(user -> " user_" + user.getKey() + "=\"" + user.getValue() + "\"")
            .collect(Collectors.joining());
    values.put(PREFIX + "plain.sasl.jaas.config", PLAIN + " required" + known + ";");
    // A revoked credential takes effect soon.
    values.put(PREFIX + "scram-sha-512.connections.max.reauth.ms", "1000");
    // Who may come in by SCRAM is in the cluster's own records, not here.
    values.put(PREFIX + "scram-sha-512.sasl.jaas.config", SCRAM + " required;");
  }
}
