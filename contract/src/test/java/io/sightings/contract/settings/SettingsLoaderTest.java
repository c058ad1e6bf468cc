package io.sightings.contract.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.settings.SampleSettings.Camera;
import io.sightings.contract.settings.SampleSettings.Login;
import io.sightings.contract.settings.SampleSettings.Mode;
import io.sightings.contract.settings.SampleSettings.Naming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsLoaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "# nothing said\n", "---\n", "visit:\ntags:\nname:\n", "visit: {gap: }"})
  void whatIsNotSaidKeepsItsDefault(String yaml) {
    assertThat(parse(yaml)).isEqualTo(SampleSettings.DEFAULT);
  }

  @Test
  void aKeyOfASectionChangesNothingElseInIt() {
    SampleSettings.Visit visit = parse("visit: {gap: 90s}").visit();

    assertThat(visit.gap()).isEqualTo(Duration.ofSeconds(90));
    assertThat(visit.minFrames()).isEqualTo(SampleSettings.DEFAULT.visit().minFrames());
  }

  @Test
  void listsAndTheRecordsInThemAreRead() {
    String yaml =
        """
        cameras:
          - {id: door, url: "rtsp://door/1", fps: 5, retry: 1m}
          - {id: hall, fps: 2}
        tags: []
        """;

    SampleSettings settings = parse(yaml);

    assertThat(settings.tags()).isEmpty();
    assertThat(settings.cameras())
        .containsExactly(
            new Camera("door", "rtsp://door/1", 5, Duration.ofMinutes(1)),
            new Camera("hall", null, 2, Duration.ofSeconds(5)));
  }

  @Test
  void aSectionThatIsAbsentByDefaultCanBeSaid() {
    assertThat(parse("broker: {login: {user: bob}}").broker().login())
        .isEqualTo(new Login("bob", null));
  }

  @Test
  void freeMapsTakeAnyKey() {
    assertThat(parse("broker: {properties: {acks: all, linger.ms: 5}}").broker().properties())
        .isEqualTo(Map.of("acks", "all", "linger.ms", "5"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"quick", "QUICK", "Quick"})
  void enumsAreReadInAnyCase(String mode) {
    assertThat(parse("visit: {mode: " + mode + "}").visit().mode()).isEqualTo(Mode.QUICK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"last-come", "Last-Come"})
  void enumsAreReadByTheirWrittenName(String naming) {
    assertThat(parse("visit: {naming: " + naming + "}").visit().naming()).isEqualTo(Naming.LAST);
  }

  @Test
  void settingsAreWrittenAsAFileHasThem() {
    assertThat(new SettingsLoader(Map.of()).tree(SampleSettings.DEFAULT))
        .hasToString(
            """
            {"name":"sample","visit":{"gap":"30s","minFrames":2,"threshold":0.5,\
            "mode":"careful","naming":"first-come"},"broker":{"bootstrapServers":\
            "localhost:9092","secure":true,"largestMessage":1048576,"properties":{},\
            "login":null},"cameras":[],"tags":["a","b"]}""");
  }

  @Test
  void placeholdersAreFilledWhereverATextIs() {
    Map<String, String> environment = Map.of("HOST", "kafka", "PORT", "7", "ODD", "a${b}$1\\");
    String yaml =
        """
        name: ${ODD}
        broker: {bootstrapServers: "${HOST}:${PORT}", secure: "${TLS:false}"}
        visit: {minFrames: "${PORT}", gap: "${GAP:45s}"}
        tags: ["${NONE:}", x]
        """;

    SampleSettings settings = parse(environment, yaml);

    assertThat(settings.name()).isEqualTo("a${b}$1\\");
    assertThat(settings.broker().bootstrapServers()).isEqualTo("kafka:7");
    assertThat(settings.broker().secure()).isFalse();
    assertThat(settings.visit().minFrames()).isEqualTo(7);
    assertThat(settings.visit().gap()).isEqualTo(Duration.ofSeconds(45));
    assertThat(settings.tags()).containsExactly("", "x");
  }

  @Test
  void theCommandLineWinsOverTheEnvironmentWhichWinsOverTheFile() {
    Map<String, String> environment =
        Map.of("SIGHTINGS_VISIT_GAP", "2m", "SIGHTINGS_VISIT_MIN_FRAMES", "4");
    String yaml = "visit: {gap: 1m, minFrames: 3, threshold: 0.75}";

    SampleSettings.Visit visit = parse(environment, yaml, "visit.minFrames=5").visit();

    assertThat(visit.threshold()).isEqualTo(0.75);
    assertThat(visit.gap()).isEqualTo(Duration.ofMinutes(2));
    assertThat(visit.minFrames()).isEqualTo(5);
  }

  @Test
  void anOverrideOfATextIsTakenAsItIs() {
    assertThat(parse(Map.of(), "", "name=[*x]: ${y}=z").name()).isEqualTo("[*x]: ${y}=z");
  }

  @Test
  void aListMayBeOverriddenWithCommasOrAsYaml() {
    assertThat(parse(Map.of(), "", "tags=x, y").tags()).containsExactly("x", "y");
    assertThat(parse(Map.of(), "", "tags=").tags()).isEmpty();
    assertThat(parse(Map.of(), "", "tags=['x,y', z]").tags()).containsExactly("x,y", "z");
    assertThat(parse(Map.of(), "", "cameras=[{id: a, fps: 3}]").cameras())
        .containsExactly(new Camera("a", null, 3, Duration.ofSeconds(5)));
  }

  @Test
  void anOverrideReachesIntoMapsAndAbsentSections() {
    SampleSettings.Broker broker =
        parse(Map.of(), "", "broker.properties.code=05", "broker.login.user=bob").broker();

    assertThat(broker.properties()).isEqualTo(Map.of("code", "05"));
    assertThat(broker.login()).isEqualTo(new Login("bob", null));
  }

  @Test
  void anOverrideOfASectionKeepsItsOtherKeys() {
    SampleSettings.Visit visit =
        parse(Map.of(), "visit: {minFrames: 9}", "visit={gap: 3s}").visit();

    assertThat(visit.gap()).isEqualTo(Duration.ofSeconds(3));
    assertThat(visit.minFrames()).isEqualTo(9);
  }

  @Test
  void environmentVariablesThatNameNoKeyAreIgnored() {
    Map<String, String> environment =
        Map.of("SIGHTINGS_VISIT_GAPP", "x", "SIGHTINGS_MEDIA", "/x", "VISIT_GAP", "1m");

    assertThat(parse(environment, "")).isEqualTo(SampleSettings.DEFAULT);
  }

  @Test
  void anEmptyEnvironmentVariableIsAsGoodAsNone() {
    assertThat(parse(Map.of("SIGHTINGS_NAME", "", "SIGHTINGS_VISIT_GAP", " "), ""))
        .isEqualTo(SampleSettings.DEFAULT);
  }

  @Test
  void variablesAreNamedAfterKeysWordByWord() {
    assertThat(EnvironmentOverrides.variable("broker.bootstrapServers"))
        .isEqualTo("SIGHTINGS_BROKER_BOOTSTRAP_SERVERS");
    assertThat(EnvironmentOverrides.variable("sighting.gap")).isEqualTo("SIGHTINGS_SIGHTING_GAP");
  }

  @Test
  void aFileIsLoaded(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("job.yaml"), "name: Tür");
    SettingsLoader loader = new SettingsLoader(Map.of());

    assertThat(loader.load(file, SampleSettings.DEFAULT, List.of()).name()).isEqualTo("Tür");
    assertThat(loader.tree(file)).hasToString("{\"name\":\"Tür\"}");
  }

  private static SampleSettings parse(String yaml) {
    return parse(Map.of(), yaml);
  }

  private static SampleSettings parse(
      Map<String, String> environment, String yaml, String... overrides) {
    return new SettingsLoader(environment)
        .parse("job.yaml", yaml, SampleSettings.DEFAULT, List.of(overrides));
  }
}
