package io.sightings.contract.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.contract.settings.SettingsException;
import io.sightings.contract.settings.SettingsLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaSecurityTest {
  private static final String SECRET = "s3cret-\"quoted\"-\\back";

  /** What a program's settings look like around the block. */
  record Program(Kafka kafka) {}

  record Kafka(KafkaSecurity security) {}

  private static final Program DEFAULTS = new Program(new Kafka(KafkaSecurity.none()));

  @TempDir Path dir;

  @Test
  void withoutSecurityNoPropertyIsSet() {
    assertThat(KafkaSecurity.none().clientProperties()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "plain,PLAIN",
    "PLAIN,PLAIN",
    "scram-sha-256,SCRAM_SHA_256",
    "SCRAM-SHA-512,SCRAM_SHA_512"
  })
  void mechanismsAreWrittenAsKafkaWritesThem(String written, SaslMechanism meant) {
    assertThat(
            read("{protocol: SASL_SSL, username: u, password: p, mechanism: " + written + "}")
                .mechanism())
        .isEqualTo(meant);
  }

  @Test
  void thePasswordComesFromTheEnvironment() {
    String yaml =
        "kafka: {security: {protocol: sasl_ssl, username: job, password: '${KAFKA_PASSWORD}'}}";
    Program program =
        new SettingsLoader(Map.of("KAFKA_PASSWORD", SECRET))
            .parse("job.yaml", yaml, DEFAULTS, List.of());

    assertThat(program.kafka().security().password()).isEqualTo(SECRET);
    assertThat(jaas(program.kafka().security())).contains("password=\"s3cret-\\\"quoted\\\"-");
  }

  @Test
  void everyKeyCanBeSetByAVariableOfItsName() {
    Map<String, String> environment =
        Map.of(
            "SIGHTINGS_KAFKA_SECURITY_PROTOCOL", "sasl_ssl",
            "SIGHTINGS_KAFKA_SECURITY_USERNAME", "job",
            "SIGHTINGS_KAFKA_SECURITY_PASSWORD", SECRET,
            "SIGHTINGS_KAFKA_SECURITY_TRUSTSTORE_PATH", "/certs/ca.pem");
    KafkaSecurity security =
        new SettingsLoader(environment).parse("", "", DEFAULTS, List.of()).kafka().security();

    assertThat(security.password()).isEqualTo(SECRET);
    assertThat(security.clientProperties())
        .containsEntry("ssl.truststore.type", "PEM")
        .containsEntry("ssl.truststore.location", "/certs/ca.pem");
  }

  @Test
  void aPasswordInAFileIsReadWhenAClientIsMadeAndWithoutItsLineBreak() throws IOException {
    Path file = Files.writeString(dir.resolve("kafka password"), SECRET + "\n");
    KafkaSecurity security =
        read("{protocol: sasl_ssl, username: job, passwordFile: '" + file + "'}");

    assertThat(security.clientProperties().toString()).doesNotContain("s3cret");
    assertThat(jaas(security)).endsWith("password=\"s3cret-\\\"quoted\\\"-\\\\back\";");

    Files.writeString(file, "changed");
    assertThat(jaas(security)).endsWith("password=\"changed\";");
  }

  @Test
  void thePasswordsOfStoresMayBeInFilesToo() throws IOException {
    Path file = Files.writeString(dir.resolve("store"), SECRET + "\r\n");
    KafkaSecurity security =
        read("{protocol: ssl, keystore: {path: /certs/me.p12, passwordFile: '" + file + "'}}");

    assertThat(resolved(security).getPassword("ssl.keystore.password"))
        .isEqualTo(new Password(SECRET));
  }

  @Test
  void aPasswordFileThatIsNotThereIsNamedByTheClient() {
    KafkaSecurity security = read("{protocol: sasl_ssl, username: job, passwordFile: /no/such}");

    assertThatThrownBy(() -> jaas(security))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("/no/such is not there");
    assertThatThrownBy(security::requireFiles)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("kafka.security.passwordFile is /no/such, which is not there");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {protocol: tls}                                                   | protocol is "tls"
          {protocol: sasl_ssl, username: u, mechanism: scram, password: p}  | mechanism is "scram"
          {protocol: sasl_ssl}                                              | username is missing
          {protocol: sasl_ssl, username: u}                                 | password is missing
          {protocol: sasl_ssl, username: u, password: p, passwordFile: f}   | password is set, and passwordFile too
          {username: u, password: p}                                        | username is set, allowed is nothing with protocol plaintext
          {protocol: ssl, username: u}                                      | username is set
          {truststore: {path: a.p12}}                                       | truststore.path is set
          {protocol: ssl, truststore: {password: p}}                        | truststore.path is missing
          {protocol: ssl, truststore: {path: ca.pem, password: p}}          | truststore.password is set
          {protocol: ssl, keyStore: {path: a.p12}}                          | did you mean kafka.security.keystore?
          """)
  void aFaultNamesTheKey(String block, String fault) {
    assertThatThrownBy(() -> read(block))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("job.yaml: ")
        .hasMessageContaining("kafka.security.")
        .hasMessageContaining(fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{protocol: sasl_ssl, username: u, password: [hunter2]}",
        "{protocol: sasl_ssl, username: u, password: {a: hunter2}}",
        "{protocol: sasl_ssl, username: u, password: '${hunter2'}",
        "{password: hunter2}",
        "{protocol: sasl_ssl, username: u, password: hunter2, passwordFile: f}",
        "{protocol: ssl, truststore: {password: hunter2}}",
        "{protocol: sasl_ssl, username: u, password: hunter2, mechanism: x}",
      })
  void noFaultShowsAPassword(String block) {
    assertThatThrownBy(() -> read(block))
        .isInstanceOf(SettingsException.class)
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void noTextShowsAPassword() {
    KafkaSecurity security =
        read(
            "{protocol: sasl_ssl, username: u, password: hunter2,"
                + " truststore: {path: a.p12, password: hunter2},"
                + " keystore: {path: b.jks, password: hunter2}}");

    assertThat(security.toString()).contains("username=u", "a.p12").doesNotContain("hunter2");
    assertThat(resolved(security).values().toString()).doesNotContain("hunter2");
  }

  private static KafkaSecurity read(String block) {
    return new SettingsLoader(Map.of())
        .parse("job.yaml", "kafka: {security: " + block + "}", DEFAULTS, List.of())
        .kafka()
        .security();
  }

  private static AdminClientConfig resolved(KafkaSecurity security) {
    Map<String, Object> properties = new HashMap<>(security.clientProperties());
    properties.put("bootstrap.servers", "localhost:9092");
    return new AdminClientConfig(properties);
  }

  private static String jaas(KafkaSecurity security) {
    return resolved(security).getPassword("sasl.jaas.config").value();
  }
}
