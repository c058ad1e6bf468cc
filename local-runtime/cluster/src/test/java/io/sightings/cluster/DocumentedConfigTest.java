package io.sightings.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.restguard.RestGuardOptions;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.FallbackKey;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code conf/flink/config.yaml}, as Flink itself reads it. */
class DocumentedConfigTest {
  private static final Path DOCUMENTED = Path.of("../../conf/flink/config.yaml");
  private static final List<Class<?>> OPTIONS =
      List.of(
          CheckpointingOptions.class,
          CoreOptions.class,
          HeartbeatManagerOptions.class,
          HighAvailabilityOptions.class,
          JobManagerOptions.class,
          MetricOptions.class,
          RestOptions.class,
          RestartStrategyOptions.class,
          StateBackendOptions.class,
          TaskManagerOptions.class,
          WebOptions.class,
          RestGuardOptions.class);

  /** Flink passes over a key it does not know, so that a misspelt one would do nothing. */
  @Test
  void flinkKnowsEveryKey() throws Exception {
    List<String> known = new ArrayList<>();
    for (Class<?> options : OPTIONS) {
      for (Field field : options.getFields()) {
        if (field.getType() == ConfigOption.class) {
          ConfigOption<?> option = (ConfigOption<?>) field.get(null);
          known.add(option.key());
          for (FallbackKey key : option.fallbackKeys()) {
            known.add(key.getKey());
          }
        }
      }
    }
    assertThat(flink(DOCUMENTED.getParent()).keySet())
        // Below the name of a reporter stands what that reporter knows.
        .filteredOn(key -> !key.startsWith("metrics.reporter."))
        .isSubsetOf(known);
  }

  @Test
  void failedCheckpointsDoNotOutliveATransaction() {
    Configuration flink = flink(DOCUMENTED.getParent());
    int failures = flink.get(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER);
    // checkpoint.timeout and kafka.transactionTimeout of conf/job.yaml.
    Duration held = Duration.ofMinutes(5).multipliedBy(failures + 1L);
    assertThat(held).isLessThan(Duration.ofMinutes(15));
  }

  @Test
  void whatIsWrittenForAProcessIsWhatWasRead(@TempDir Path folder) throws Exception {
    FlinkConfig.read(DOCUMENTED).write(folder.resolve("config.yaml"));
    assertThat(flink(folder).toMap()).isEqualTo(flink(DOCUMENTED.getParent()).toMap());
  }

  @Test
  void theLibrariesOfTheClusterAreThoseOfADistribution() throws Exception {
    try (Stream<Path> jars = Files.list(Path.of("target/flink"))) {
      List<String> names = jars.map(jar -> jar.getFileName().toString()).toList();
      for (String needed :
          Arrays.asList("flink-runtime-", "flink-metrics-prometheus-", "slf4j-api-1.7.")) {
        assertThat(names).anyMatch(name -> name.startsWith(needed));
      }
      assertThat(names).noneMatch(name -> name.contains("kafka") || name.contains("junit"));
    }
  }

  private static Configuration flink(Path folder) {
    return GlobalConfiguration.loadConfiguration(folder.toString());
  }
}
