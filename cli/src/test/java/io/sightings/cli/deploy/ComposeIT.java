package io.sightings.cli.deploy;

import static io.sightings.cli.deploy.RepositoryFiles.list;
import static io.sightings.cli.deploy.RepositoryFiles.map;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No Docker is needed to know that everything docker-compose.yml speaks of is there. */
class ComposeIT {
  private static final String FILE = "docker-compose.yml";
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)([^}]*)}");
  private static final String FILES_OF_A_KIND = "/\\*\\..*";
  private static Map<String, Object> compose;
  private static Map<String, Object> services;

  @BeforeAll
  static void read() throws IOException {
    compose = RepositoryFiles.yaml(FILE);
    services = map(compose.get("services"));
  }

  @Test
  void theServicesPromisedAreThere() {
    assertThat(in("core"))
        .contains("kafka", "jobmanager", "taskmanager", "ingestor", "prometheus", "grafana")
        .doesNotContain("camera");
    assertThat(in("demo")).contains("camera", "scene", "enrol", "demo-ingestor", "taskmanager");
    assertThat(map(service("taskmanager").get("deploy"))).containsEntry("replicas", 2);
  }

  @Test
  void everyImageHasAVersionOrIsBuiltFromAFileThatIsThere() {
    services.forEach(
        (name, service) -> {
          Map<String, Object> build = map(map(service).get("build"));
          if (build.isEmpty()) {
            assertThat((String) map(service).get("image"))
                .as(name)
                .matches("[a-z0-9./-]+:v?\\d+\\.\\d+[a-z0-9.-]*");
          } else {
            assertThat(RepositoryFiles.path((String) build.get("dockerfile")))
                .as(name)
                .isRegularFile();
          }
        });
  }

  @Test
  void whatAServiceWaitsForExistsWhereverItRunsAndCanBeWaitedFor() {
    services.forEach(
        (name, service) ->
            map(map(service).get("depends_on"))
                .forEach(
                    (needed, how) -> {
                      assertThat(services).as(name).containsKey(needed);
                      assertThat(list(service(needed).get("profiles")))
                          .as(name + " needs " + needed)
                          .containsAll(list(map(service).get("profiles")));
                      boolean healthy = "service_healthy".equals(map(how).get("condition"));
                      if (healthy) {
                        assertThat(service(needed)).as(needed).containsKey("healthcheck");
                      } else {
                        assertThat(map(how)).containsValue("service_completed_successfully");
                        assertThat(String.valueOf(service(needed).get("restart")))
                            .as(needed)
                            .isIn("no", "null");
                      }
                    }));
  }

  @Test
  void whatRunsForEverSaysWhetherItIsWell() {
    services.forEach(
        (name, service) -> {
          if ("unless-stopped".equals(map(service).get("restart"))) {
            assertThat(map(service)).as(name).containsKey("healthcheck");
          }
        });
  }

  @Test
  void everyVolumeIsDeclaredAndUsedAndEveryMountedFileIsThere() {
    Set<String> used = new TreeSet<>();
    services.forEach(
        (name, service) -> {
          for (Object volume : list(map(service).get("volumes"))) {
            String source = source((String) volume);
            if (source.startsWith(".")) {
              boolean theirs = ((String) volume).startsWith("${");
              assertThat(theirs || Files.exists(RepositoryFiles.path(source)))
                  .as(name + " mounts " + source)
                  .isTrue();
            } else {
              used.add(source);
            }
          }
        });
    assertThat(map(compose.get("volumes")).keySet()).isEqualTo(used);
  }

  @Test
  void portsAreOpenToThisMachineOnlyAndTakenOnce() {
    for (String profile : List.of("core", "demo")) {
      Set<String> taken = new HashSet<>();
      for (String name : in(profile)) {
        for (Object port : list(service(name).get("ports"))) {
          assertThat((String) port).as(name).matches("127\\.0\\.0\\.1:\\d+:\\d+");
          assertThat(taken.add(((String) port).split(":")[1])).as(name + " " + port).isTrue();
        }
      }
    }
  }

  @Test
  void noServiceCanBecomeRootOrTakeTheWholeMachine() {
    services.forEach(
        (name, service) -> {
          Map<String, Object> confined = map(service);
          assertThat(list(confined.get("cap_drop"))).as(name).containsExactly("ALL");
          assertThat(list(confined.get("security_opt")))
              .as(name)
              .containsExactly("no-new-privileges:true");
          assertThat((String) confined.get("mem_limit")).as(name).matches("\\d+[mg]");
          if ("sightings".equals(confined.get("image"))) {
            assertThat(confined).as(name).containsEntry("read_only", true);
          }
        });
  }

  /** Flink divides what the container may have, so the container must have it. */
  @Test
  void flinksContainersHaveTheMemoryThatFlinkTakes() throws IOException {
    Map<String, Object> flink = RepositoryFiles.yaml("conf/flink/config.yaml");
    for (String name : List.of("jobmanager", "taskmanager")) {
      Map<String, Object> memory = map(map(flink.get(name)).get("memory"));
      assertThat(service(name).get("mem_limit"))
          .as(name)
          .isEqualTo(map(memory.get("process")).get("size"));
    }
  }

  @Test
  void imagesRunAsAnotherUserThanRootAndHoldTheirLicences() throws IOException {
    for (String file : List.of("flink", "sightings")) {
      assertThat(RepositoryFiles.text("deploy/docker/" + file + ".Dockerfile"))
          .as(file)
          .containsPattern("(?m)^USER [1-9]\\d+:[1-9]\\d+$")
          .containsPattern("(?m)^COPY LICENSE .*/licenses/$");
    }
  }

  @Test
  void healthIsAskedForAtThePortThatUploadsDoNotShare() throws IOException {
    for (String name : List.of("ingestor", "demo-ingestor")) {
      assertThat(String.valueOf(map(service(name).get("healthcheck")).get("test")))
          .as(name)
          .contains("answers, 8091, /health");
    }
    assertThat(RepositoryFiles.text("deploy/prometheus/prometheus.yml"))
        .contains("names: [ingestor, demo-ingestor], type: A, port: 8091");
  }

  @Test
  void noFileHoldsASecret() throws IOException {
    services.forEach(
        (name, service) ->
            map(map(service).get("environment"))
                .forEach(
                    (variable, value) -> {
                      if (variable.matches(".*(PASSWORD|TOKEN|SECRET|_KEY).*")) {
                        assertThat((String) value).as(name + " " + variable).startsWith("${");
                      }
                    }));
    assertThat(RepositoryFiles.text(".env.example").lines())
        .filteredOn(line -> line.matches("\\w*(PASSWORD|TOKEN|KEY)\\w*=.*"))
        .isNotEmpty()
        .allMatch(line -> line.endsWith("="));
    assertThat(RepositoryFiles.text(".gitignore").lines()).contains(".env");
  }

  @Test
  void everyVariableIsInTheExampleOfTheEnvironment() throws IOException {
    String example = RepositoryFiles.text(".env.example");
    List<String> variables =
        VARIABLE
            .matcher(RepositoryFiles.text(FILE))
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(variables).isNotEmpty().allMatch(name -> example.contains("\n" + name + "="));
  }

  @Test
  void thePartsAreOfTheVersionsTheBuildUses() throws IOException {
    String pom = RepositoryFiles.text("pom.xml");
    String flink = property(pom, "flink.version");

    assertThat(RepositoryFiles.text("deploy/docker/flink.Dockerfile"))
        .contains("FROM flink:" + flink + "-java17");
    assertThat(RepositoryFiles.text("deploy/kubernetes/sightings-job.yaml"))
        .contains("flinkVersion: v" + flink.replaceFirst("\\.\\d+$", "").replace('.', '_'));
  }

  @Test
  void whatTheImagesAreMadeOfIsThereAfterTheBuildAndReachesDocker() throws IOException {
    List<String> letIn =
        RepositoryFiles.text(".dockerignore")
            .lines()
            .filter(line -> line.startsWith("!"))
            .map(line -> line.substring(1).replaceFirst(FILES_OF_A_KIND, ""))
            .toList();
    for (String file : List.of("flink", "sightings")) {
      List<String> copied = copied(RepositoryFiles.text("deploy/docker/" + file + ".Dockerfile"));
      assertThat(copied).isNotEmpty();
      for (String path : copied) {
        boolean optional = path.endsWith("*");
        String plain = path.replaceFirst(FILES_OF_A_KIND, "").replace("*", "");
        assertThat(optional || Files.exists(RepositoryFiles.path(plain))).as(file + path).isTrue();
        assertThat(letIn).as(path).anyMatch(each -> plain.startsWith(each));
      }
    }
  }

  private static List<String> copied(String dockerfile) {
    List<String> copied = new ArrayList<>();
    for (MatchResult copy :
        Pattern.compile("^COPY (.*)$", Pattern.MULTILINE).matcher(dockerfile).results().toList()) {
      String[] words = copy.group(1).replaceAll("--\\S+\\s+", "").split("\\s+");
      copied.addAll(List.of(words).subList(0, words.length - 1));
    }
    return copied;
  }

  private static String property(String pom, String name) {
    return pom.split("<" + name + ">")[1].split("<")[0];
  }

  private static String source(String volume) {
    String filled =
        VARIABLE.matcher(volume).replaceAll(found -> found.group(2).replaceFirst("^:-", ""));
    return filled.split(":")[0];
  }

  private static List<String> in(String profile) {
    return services.keySet().stream()
        .filter(name -> list(service(name).get("profiles")).contains(profile))
        .toList();
  }

  private static Map<String, Object> service(String name) {
    return map(services.get(name));
  }
}
