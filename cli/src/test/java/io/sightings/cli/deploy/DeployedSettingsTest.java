package io.sightings.cli.deploy;

import static io.sightings.cli.deploy.RepositoryFiles.list;
import static io.sightings.cli.deploy.RepositoryFiles.map;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.security.SecurityProtocol;
import io.sightings.contract.settings.SettingsLoader;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.job.settings.JobSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The settings that are delivered are settings the programs take. */
class DeployedSettingsTest {
  private final SettingsLoader loader =
      new SettingsLoader(
          Map.of("SIGHTINGS_UPLOAD_TOKEN", "0123456789abcdef", "DOOR_PASSWORD", "a password"));

  @Test
  void everyYamlFileCanBeRead() throws IOException {
    try (Stream<Path> all = Files.walk(RepositoryFiles.path("deploy"))) {
      for (Path file : all.filter(path -> path.toString().matches(".*\\.ya?ml")).toList()) {
        String name = RepositoryFiles.ROOT.relativize(file).toString();
        assertThat(RepositoryFiles.documents(name)).as(name).isNotEmpty();
      }
    }
  }

  @Test
  void theIngestorsOfComposeTakeTheirSettings() {
    for (String name : List.of("ingestor", "demo")) {
      IngestorSettings settings =
          loader.load(
              RepositoryFiles.path("deploy/compose/" + name + ".yaml"),
              IngestorSettings.defaults(),
              List.of());
      assertThat(settings.sources()).isNotEmpty();
      assertThat(settings.server().host()).isEqualTo("0.0.0.0");
    }
  }

  @Test
  void jobAndIngestorOnKubernetesTakeTheirSettingsAndGoToKafkaEncrypted() throws IOException {
    Map<String, Object> data =
        map(RepositoryFiles.yaml("deploy/kubernetes/settings.yaml").get("data"));

    JobSettings job =
        loader.parse("job", (String) data.get("job.yaml"), JobSettings.defaults(), List.of());
    IngestorSettings ingestor =
        loader.parse(
            "ingestor", (String) data.get("ingestor.yaml"), IngestorSettings.defaults(), List.of());

    assertThat(job.kafka().security().protocol()).isEqualTo(SecurityProtocol.SASL_SSL);
    assertThat(ingestor.kafka().security()).isEqualTo(job.kafka().security());
  }

  @Test
  void whatPodsMountIsDeclaredAndNoSecretIsWrittenDown() throws IOException {
    TreeSet<String> kinds = new TreeSet<>();
    for (String file : List.of("sightings-job", "ingestor", "settings", "network")) {
      for (Map<String, Object> document :
          RepositoryFiles.documents("deploy/kubernetes/" + file + ".yaml")) {
        kinds.add((String) document.get("kind"));
        assertThat(map(document.get("metadata"))).containsEntry("namespace", "sightings");
        for (Map<String, Object> pod : pods(document)) {
          assertMountsAreDeclared(pod);
          assertIsConfined(pod);
        }
      }
    }
    assertThat(kinds)
        .contains("FlinkDeployment", "Deployment", "ConfigMap", "NetworkPolicy")
        .doesNotContain("Secret");
  }

  private static void assertIsConfined(Map<String, Object> pod) {
    Map<String, Object> security = map(pod.get("securityContext"));
    assertThat(security).containsEntry("runAsNonRoot", true).containsKey("runAsUser");
    assertThat(map(security.get("seccompProfile"))).containsEntry("type", "RuntimeDefault");
    for (Object container : list(pod.get("containers"))) {
      Map<String, Object> own = map(map(container).get("securityContext"));
      assertThat(own)
          .containsEntry("allowPrivilegeEscalation", false)
          .containsEntry("readOnlyRootFilesystem", true);
      assertThat(list(map(own.get("capabilities")).get("drop"))).containsExactly("ALL");
    }
  }

  @Test
  void onlyNamedPodsReachAPortAndUploadsDoNotReachTheStatus() throws IOException {
    List<Map<String, Object>> policies =
        RepositoryFiles.documents("deploy/kubernetes/network.yaml");

    assertThat(map(policies.get(0).get("spec")))
        .as("nothing may come in but what another policy names")
        .isEqualTo(Map.of("podSelector", Map.of(), "policyTypes", List.of("Ingress")));
    Map<Object, List<Object>> sources = new HashMap<>();
    for (Map<String, Object> policy : policies.subList(1, policies.size())) {
      for (Object rule : list(map(policy.get("spec")).get("ingress"))) {
        assertThat(list(map(rule).get("from"))).isNotEmpty().doesNotContain(Map.of());
        for (Object port : list(map(rule).get("ports"))) {
          sources.put(map(port).get("port"), list(map(rule).get("from")));
        }
      }
    }
    assertThat(sources).containsOnlyKeys(8090, 8091, 8081, 9249);
    assertThat(sources.get(8091))
        .isEqualTo(sources.get(9249))
        .doesNotContainAnyElementsOf(sources.get(8090));
    assertThat(sources.get(8081)).allMatch(source -> map(source).containsKey("podSelector"));
  }

  /** What a policy selects is what a pod carries: Flink replaces the label app of its pods. */
  @Test
  void everyPolicySelectsPodsThatAreThere() throws IOException {
    List<Object> labels = new ArrayList<>();
    for (String file : List.of("sightings-job", "ingestor")) {
      Map<String, Object> spec =
          map(RepositoryFiles.documents("deploy/kubernetes/" + file + ".yaml").get(0).get("spec"));
      Object template = spec.getOrDefault("podTemplate", spec.get("template"));
      labels.add(map(map(template).get("metadata")).get("labels"));
    }
    for (Map<String, Object> policy : RepositoryFiles.documents("deploy/kubernetes/network.yaml")) {
      Object selected = map(map(policy.get("spec")).get("podSelector")).get("matchLabels");
      assertThat(selected == null || labels.contains(selected)).as(policy.toString()).isTrue();
    }
    assertThat(labels).contains(Map.of("sightings-part", "job"));
  }

  @Test
  void theIngestorLivesByThePortThatUploadsDoNotShare() throws IOException {
    Map<String, Object> spec =
        map(RepositoryFiles.documents("deploy/kubernetes/ingestor.yaml").get(0).get("spec"));
    Map<String, Object> pod = map(map(spec.get("template")).get("spec"));
    Map<String, Object> container = map(list(pod.get("containers")).get(0));
    for (String probe : List.of("readinessProbe", "livenessProbe")) {
      assertThat(map(map(container.get(probe)).get("httpGet"))).containsEntry("port", "status");
    }
    assertThat(list(container.get("ports")))
        .contains(Map.of("name", "status", "containerPort", 8091));
    assertThat(IngestorSettings.defaults().server().statusPort()).isEqualTo(8091);
  }

  private static void assertMountsAreDeclared(Map<String, Object> pod) {
    List<Object> declared =
        list(pod.get("volumes")).stream().map(volume -> map(volume).get("name")).toList();
    for (Object container : list(pod.get("containers"))) {
      for (Object mount : list(map(container).get("volumeMounts"))) {
        assertThat(declared).contains(map(mount).get("name"));
      }
      for (Object variable : list(map(container).get("env"))) {
        if (String.valueOf(map(variable).get("name")).matches(".*(PASSWORD|TOKEN|KEY).*")) {
          assertThat(map(variable)).containsKey("valueFrom").doesNotContainKey("value");
        }
      }
    }
  }

  private static List<Map<String, Object>> pods(Map<String, Object> document) {
    Map<String, Object> spec = map(document.get("spec"));
    List<Map<String, Object>> pods = new ArrayList<>();
    for (String template : List.of("podTemplate", "template")) {
      if (spec.containsKey(template)) {
        pods.add(new HashMap<>(map(map(spec.get(template)).get("spec"))));
      }
    }
    return pods;
  }

  @Test
  void prometheusFetchesFromServicesThatAreThere() throws IOException {
    Map<String, Object> services = map(RepositoryFiles.yaml("docker-compose.yml").get("services"));
    Map<String, Object> prometheus = RepositoryFiles.yaml("deploy/prometheus/prometheus.yml");
    List<String> named = new ArrayList<>();
    for (Object job : list(prometheus.get("scrape_configs"))) {
      for (Object dns : list(map(job).get("dns_sd_configs"))) {
        list(map(dns).get("names")).forEach(name -> named.add((String) name));
      }
      for (Object fixed : list(map(job).get("static_configs"))) {
        list(map(fixed).get("targets")).forEach(at -> named.add(((String) at).split(":")[0]));
      }
    }

    assertThat(named).contains("taskmanager").allMatch(services::containsKey);
    assertThat(list(prometheus.get("rule_files")))
        .allMatch(file -> Files.exists(RepositoryFiles.path("deploy/prometheus/" + file)));
  }
}
