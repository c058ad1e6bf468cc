package io.sightings.job.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightings.contract.settings.SettingsException;
import io.sightings.contract.settings.SettingsLoader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JobSettingsTest {
  private static final Path FILE = Path.of("..", "conf", "job.yaml");
  private final SettingsLoader loader = new SettingsLoader(Map.of());

  @Test
  void theShippedFileSaysExactlyTheDefaults() {
    JobSettings loaded = loader.load(FILE, JobSettings.defaults(), List.of());

    assertThat(loaded).isEqualTo(JobSettings.defaults());
  }

  @Test
  void theShippedFileNamesEveryKey() throws Exception {
    TreeSet<String> documented = new TreeSet<>();
    TreeSet<String> existing = new TreeSet<>();
    keys("", loader.tree(FILE), documented);
    keys("", loader.tree(JobSettings.defaults()), existing);

    assertThat(documented).isEqualTo(existing);
  }

  @Test
  void whatTheFileSaysWinsOverTheDefaultsAndTheCommandLineOverTheFile() {
    JobSettings settings =
        loader.parse(
            "job.yaml",
            "sighting: {gap: 45s, agreeing: 3}",
            JobSettings.defaults(),
            List.of("sighting.gap=10s"));

    assertThat(settings.sighting().gap()).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.sighting().agreeing()).isEqualTo(3);
    assertThat(settings.kafka()).isEqualTo(KafkaSettings.defaults());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sighting: {gapp: 3s}             | sighting.gapp
          sighting: {gap: soon}            | sighting.gap
          sighting: {share: 2}             | sighting.share
          detect: {threads: 0}             | detect.threads
          engine: {detector: {size: 10}}   | engine.detector.size
          engine: {engine: best}           | engine.engine
          files: {timeZone: Mars/Base}     | files.timeZone
          watchlist: [{name: a}]           | watchlist[0].people
          checkpoint: {timeout: 15m}       | kafka.transactionTimeout
          identify: {falseMatchRate: 1}    | identify.falseMatchRate
          detect: {falseMatchRate: 0}      | detect.falseMatchRate
          """)
  void aFaultNamesTheFileAndTheKey(String yaml, String key) {
    assertThatThrownBy(() -> loader.parse("job.yaml", yaml, JobSettings.defaults(), List.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("job.yaml: ")
        .hasMessageContaining(key);
  }

  @Test
  void aFalseMatchRateAndAThresholdAtOnceAreAFaultThatNamesBoth() {
    String rate = "identify: {falseMatchRate: 1e-6}";
    assertThat(
            loader
                .parse("job.yaml", rate, JobSettings.defaults(), List.of())
                .identify()
                .falseMatchRate())
        .isEqualTo(1e-6);
    assertThatThrownBy(
            () ->
                loader.parse(
                    "job.yaml", rate, JobSettings.defaults(), List.of("engine.threshold=0.5")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("identify.falseMatchRate")
        .hasMessageContaining("engine.threshold");
  }

  @Test
  void noTextShowsAPasswordOfKafka() {
    JobSettings settings =
        loader.parse(
            "job.yaml",
            "kafka: {security: {protocol: sasl_ssl, username: u, password: hunter2},"
                + " properties: {ssl.key.password: hunter2}}",
            JobSettings.defaults(),
            List.of());

    assertThat(settings.toString()).contains("ssl.key.password").doesNotContain("hunter2");
    assertThat(settings.kafka().clientProperties().toString()).contains("hunter2");
  }

  @Test
  void settingsTravelToTheCluster() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(JobSettings.defaults());
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(JobSettings.defaults());
    }
  }

  private static void keys(String path, JsonNode node, TreeSet<String> into) {
    node.properties()
        .forEach(
            entry -> {
              String key = path + "." + entry.getKey();
              into.add(key);
              keys(key, entry.getValue(), into);
            });
  }
}
