package io.sightings.ingest.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightings.contract.settings.SettingsException;
import io.sightings.contract.settings.SettingsLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestorSettingsTest {
  private static final Path FILE = Path.of("..", "conf", "ingestor.yaml");
  private final SettingsLoader loader = new SettingsLoader(Map.of());

  @Test
  void theShippedFileSaysExactlyTheDefaults() {
    assertThat(loader.load(FILE, IngestorSettings.defaults(), List.of()))
        .isEqualTo(IngestorSettings.defaults());
  }

  @Test
  void theShippedFileNamesEveryKey() throws Exception {
    TreeSet<String> documented = new TreeSet<>();
    TreeSet<String> existing = new TreeSet<>();
    keys("", loader.tree(FILE), documented);
    keys("", loader.tree(IngestorSettings.defaults()), existing);

    assertThat(documented).isEqualTo(existing);
  }

  @Test
  void aFileNeedsNoMoreThanItsPath() {
    IngestorSettings settings =
        loader.parse(
            "ingestor.yaml",
            """
            sources:
              - path: a.mp4
              - {path: b.mp4, id: door, start: "2026-11-21T09:30:00+01:00", labels: {floor: "2"}}
            """,
            IngestorSettings.defaults(),
            List.of());

    assertThat(settings.sources().get(0)).isEqualTo(SourceSettings.of("a.mp4"));
    assertThat(settings.sources().get(1).startTime())
        .isEqualTo(Instant.parse("2026-11-21T08:30:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sample: {fps: -1}                      | sample.fps
          sample: {heartbeat: 1ms}               | sample.heartbeat
          sample: {quality: 90}                  | sample.quality
          sample: {region: {x: 0, y: 0, width: 2, height: 1}} | sample.region.width
          sample: {masks: [{x: 0, y: 0, width: 1}]}           | sample.masks[0].height
          live: {maxBackoff: 500ms}              | live.maxBackoff
          server: {token: secret}                | server.token
          image: {maxBytes: 20000000}            | kafka.maxMessageBytes
          kafka: {inFlightBytes: 2000000}        | kafka.inFlightBytes
          files: {timeZone: Mars/Base}           | files.timeZone
          sources: [{id: door}]                  | door names 0 things
          sources: [{path: a, url: b}]           | the source names 2 things
          sources: [{url: 'rtsp://10.0.0.5'}]    | sources[0].id
          sources: [{path: a, id: a b}]          | sources[0].id
          sources: [{path: a, start: noon}]      | sources[0].start
          sources: [{path: a, sample: {fps: -1}}]             | sources[0].sample.fps
          sources: [{id: a, path: a}, {id: a, path: b}]       | a twice
          """)
  void aFaultNamesTheFileAndTheKey(String yaml, String key) {
    assertThatThrownBy(
            () -> loader.parse("ingestor.yaml", yaml, IngestorSettings.defaults(), List.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("ingestor.yaml: ")
        .hasMessageContaining(key);
  }

  @Test
  void noTextShowsAPasswordOfKafka() {
    IngestorSettings settings =
        loader.parse(
            "ingestor.yaml",
            "kafka: {security: {protocol: sasl_ssl, username: u, password: hunter2},"
                + " properties: {ssl.key.password: hunter2}}",
            IngestorSettings.defaults(),
            List.of());

    assertThat(settings.toString()).contains("ssl.key.password").doesNotContain("hunter2");
    assertThat(settings.kafka().clientProperties().toString()).contains("hunter2");
  }

  private static void keys(String path, JsonNode node, Set<String> found) {
    node.properties()
        .forEach(
            entry -> {
              String key = path + entry.getKey();
              found.add(key);
              keys(key + ".", entry.getValue(), found);
            });
  }
}
