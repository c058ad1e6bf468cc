package io.sightings.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ServerPropertiesTest {
  private static final Path DOCUMENTED = Path.of("../../conf/server.properties");

  @Test
  void theDocumentedBrokerDiffersFromTheLocalOneInItsAddressesAndPatienceOnly() throws Exception {
    Properties documented = new Properties();
    try (Reader reader = Files.newBufferedReader(DOCUMENTED)) {
      documented.load(reader);
    }
    Map<String, String> local = new ServerProperties(1, 2, Path.of("data")).values();
    assertThat(documented.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(local.keySet());
    Map<String, String> differing = new HashMap<>();
    local.forEach(
        (key, value) -> {
          if (!value.equals(documented.getProperty(key))) {
            differing.put(key, value);
          }
        });
    assertThat(differing.keySet())
        .containsExactlyInAnyOrder(
            "listeners",
            "advertised.listeners",
            "controller.quorum.voters",
            "listener.security.protocol.map",
            "log.dirs",
            "broker.session.timeout.ms",
            "broker.heartbeat.interval.ms");
  }
}
