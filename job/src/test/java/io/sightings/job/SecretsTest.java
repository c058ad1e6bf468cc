package io.sightings.job;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.azure.settings.ResourceSettings;
import io.sightings.contract.settings.SettingsLoader;
import io.sightings.job.settings.JobSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever reads the high-availability storage reads job graphs, and whoever opens the web UI the
 * job's configuration.
 */
class SecretsTest {
  private static final String KEY = "the-key-of-the-face-service";
  private static final String PASSWORD = "the-password-of-the-broker";

  @TempDir private Path folder;

  @Test
  void secretsInFilesAreInNoJobGraphAndNoConfiguration() throws Exception {
    Path key = Files.writeString(folder.resolve("key"), KEY + "\n");
    Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    JobSettings settings =
        settings(
            "azure.endpoint=https://example.cognitiveservices.azure.com",
            "azure.keyFile=" + key,
            "identify.by=azure",
            "kafka.security.protocol=sasl_ssl",
            "kafka.security.username=sightings",
            "kafka.security.passwordFile=" + password);

    JobGraph graph = graph(settings);

    assertThat(bytes(graph)).contains(key.toString()).contains(password.toString());
    assertThat(bytes(graph)).doesNotContain(KEY).doesNotContain(PASSWORD);
    assertThat(graph.getJobConfiguration().toString()).doesNotContain(KEY, PASSWORD);
  }

  @Test
  void theKeyIsReadWhereItIsUsed() throws Exception {
    Path key = Files.writeString(folder.resolve("key"), KEY + "\n");
    ResourceSettings resource = resource("azure.keyFile=" + key);

    assertThat(resource.readKey()).isEqualTo(KEY);
    assertThat(resource.toString()).doesNotContain(KEY);
  }

  @Test
  void aKeyFileThatIsNotThereIsNamed() {
    ResourceSettings resource = resource("azure.keyFile=/nowhere/key");

    assertThatThrownBy(resource::readKey)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("/nowhere/key")
        .hasMessageContaining("mount it");
  }

  @Test
  void aKeyAndAKeyFileAreOneTooMany() {
    assertThatThrownBy(() -> resource("azure.key=" + KEY, "azure.keyFile=/run/secrets/key"))
        .hasMessageContaining("keyFile")
        .hasMessageNotContaining(KEY);
  }

  private static ResourceSettings resource(String... said) {
    List<String> all = new ArrayList<>(List.of(said));
    all.add("azure.endpoint=https://example.cognitiveservices.azure.com");
    return settings(all.toArray(String[]::new)).azure().resources().get(0);
  }

  private static JobSettings settings(String... said) {
    return new SettingsLoader(Map.of()).parse("test", "", JobSettings.defaults(), List.of(said));
  }

  private static JobGraph graph(JobSettings settings) {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    SightingsJob.build(env, settings, false);
    return env.getStreamGraph().getJobGraph();
  }

  private static String bytes(JobGraph graph) throws Exception {
    return new String(InstantiationUtil.serializeObject(graph), ISO_8859_1);
  }
}
