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
  void aSourceNeedsNoMoreThanItsInput() {
    IngestorSettings settings =
        loader.parse(
            "ingestor.yaml",
            """
            sources:
              - input: a.mp4
              - {input: b.mp4, id: door, start: "2026-11-21T09:30:00+01:00", labels: {floor: "2"}}
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
          sampling: {fps: -1}                    | sampling.fps
          sampling: {heartbeat: 1ms}             | sampling.heartbeat
          image: {quality: 90}                   | image.quality
          image: {maxBytes: 20000000}            | kafka.maxMessageBytes
          kafka: {inFlightBytes: 2000000}        | kafka.inFlightBytes
          files: {timeZone: Mars/Base}           | files.timeZone
          sources: [{input: ''}]                 | sources[0].input
          sources: [{input: a, id: a b}]         | sources[0].id
          sources: [{input: a, start: noon}]     | sources[0].start
          """)
  void aFaultNamesTheFileAndTheKey(String yaml, String key) {
    assertThatThrownBy(
            () -> loader.parse("ingestor.yaml", yaml, IngestorSettings.defaults(), List.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("ingestor.yaml: ")
        .hasMessageContaining(key);
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
