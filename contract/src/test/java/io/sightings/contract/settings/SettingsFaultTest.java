package io.sightings.contract.settings;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsFaultTest {
  private static final String HERE = ", allowed here: broker, cameras, name, tags, visit";
  private static final String VISIT = ", allowed here: gap, minFrames, mode, naming, threshold";
  private static final String DURATION =
      ", allowed is a duration such as 500ms, 30s, 10m, 2h or 7d";
  private static final String SECTION =
      ", allowed is keys and values: gap, minFrames, threshold, mode, naming";

  @TempDir Path folder;

  static Stream<Arguments> unknownKeys() {
    return Stream.of(
        arguments("nme: x", "unknown key nme (did you mean name?)" + HERE),
        arguments("zzz: 1", "unknown key zzz" + HERE),
        arguments("zzz:", "unknown key zzz" + HERE),
        arguments("gap: 3s", "unknown key gap (did you mean visit.gap?)" + HERE),
        arguments("visit: {gapp: 3s}", "unknown key visit.gapp (did you mean visit.gap?)" + VISIT),
        arguments(
            "visit: {min-frames: 3}",
            "unknown key visit.min-frames (did you mean visit.minFrames?)" + VISIT),
        arguments(
            "cameras: [{id: a, fps: 1}, {id: b, fps: 2, urll: x}]",
            "unknown key cameras[1].urll (did you mean cameras[1].url?),"
                + " allowed here: fps, id, retry, url"),
        arguments(
            "broker: {login: {usr: x}}",
            "unknown key broker.login.usr (did you mean broker.login.user?),"
                + " allowed here: password, user"));
  }

  static Stream<Arguments> wrongTypes() {
    return Stream.of(
        arguments("name: [a]", "name is [\"a\"], allowed is a text"),
        arguments("visit: 5", "visit is 5" + SECTION),
        arguments("visit: []", "visit is []" + SECTION),
        arguments("visit: ''", "visit is \"\"" + SECTION),
        arguments("visit: {gap: 30}", "visit.gap is 30" + DURATION),
        arguments("visit: {gap: soon}", "visit.gap is \"soon\"" + DURATION),
        arguments("visit: {gap: -PT5S}", "visit.gap is \"-PT5S\"" + DURATION),
        arguments("visit: {gap: {a: 1}}", "visit.gap is {\"a\":1}" + DURATION),
        arguments(
            "visit: {minFrames: many}", "visit.minFrames is \"many\", allowed is a whole number"),
        arguments("visit: {minFrames: 1.5}", "visit.minFrames is 1.5, allowed is a whole number"),
        arguments("visit: {minFrames: ''}", "visit.minFrames is \"\", allowed is a whole number"),
        arguments("visit: {minFrames: true}", "visit.minFrames is true, allowed is a whole number"),
        arguments(
            "visit: {minFrames: 99999999999}",
            "visit.minFrames is 99999999999, allowed is a smaller number"),
        arguments("visit: {threshold: high}", "visit.threshold is \"high\", allowed is a number"),
        arguments("visit: {threshold: ''}", "visit.threshold is \"\", allowed is a number"),
        arguments("visit: {mode: fast}", "visit.mode is \"fast\", allowed is quick, careful"),
        arguments("visit: {mode: 1}", "visit.mode is 1, allowed is quick, careful"),
        arguments(
            "visit: {naming: FIRST}",
            "visit.naming is \"FIRST\", allowed is first-come, last-come"),
        arguments(
            "broker: {secure: maybe}", "broker.secure is \"maybe\", allowed is true or false"),
        arguments("broker: {secure: 1}", "broker.secure is 1, allowed is true or false"),
        arguments("broker: {properties: 3}", "broker.properties is 3, allowed is keys and values"),
        arguments(
            "broker: {properties: {a: [1]}}", "broker.properties.a is [1], allowed is a text"),
        arguments("tags: x", "tags is \"x\", allowed is a list"),
        arguments("tags: [[1]]", "tags[0] is [1], allowed is a text"),
        arguments("cameras: {id: x}", "cameras is {\"id\":\"x\"}, allowed is a list"),
        arguments("cameras: [{id: a}]", "cameras[0].fps is missing, allowed is a whole number"),
        arguments("cameras: [{id: a, fps: 1, retry: x}]", "cameras[0].retry is \"x\"" + DURATION),
        arguments(
            "name: [" + "x".repeat(100) + "]",
            "name is [\"" + "x".repeat(78) + "…, allowed is a text"));
  }

  static Stream<Arguments> outOfRange() {
    return Stream.of(
        arguments("visit: {gap: 0s}", "visit.gap is 0s, allowed is from 1s to 1d"),
        arguments("visit: {minFrames: 0}", "visit.minFrames is 0, allowed is from 1 to 100"),
        arguments("visit: {threshold: 1.5}", "visit.threshold is 1.5, allowed is from 0 to 1"),
        arguments(
            "visit: {mode: quick, minFrames: 51}", "visit: A quick visit has 50 frames at most."),
        arguments(
            "broker: {bootstrapServers: ' '}",
            "broker.bootstrapServers is \"\", allowed is a text that is not empty"),
        arguments(
            "cameras: [{url: a, fps: 1}]",
            "cameras[0].id is \"\", allowed is a text that is not empty"));
  }

  static Stream<Arguments> placeholders() {
    return Stream.of(
        arguments(
            "name: ${NOPE}",
            "name needs the environment variable NOPE, which is not set;"
                + " set it, or give a default: ${NOPE:default}"),
        arguments(
            "cameras: [{id: '${NOPE}'}]",
            "cameras[0].id needs the environment variable NOPE, which is not set;"
                + " set it, or give a default: ${NOPE:default}"),
        arguments(
            "name: '${my-var}'", "name is \"${my-var}\", allowed is ${NAME} or ${NAME:default}"),
        arguments(
            "name: '${A:${B}}'", "name is \"${A:${B}}\", allowed is ${NAME} or ${NAME:default}"));
  }

  static Stream<Arguments> brokenYaml() {
    return Stream.of(
        arguments("tags: [1, 2\nname: b", "line 2 is not YAML: expected ',' or ']', but got :"),
        arguments(
            "visit:\n\tgap: 3s",
            "line 2 is not YAML: found character '\\t(TAB)' that cannot start any token."
                + " (Do not use \\t(TAB) for indentation)"),
        arguments("name: a: b", "line 1 is not YAML: mapping values are not allowed here"),
        arguments("name: a\nname: b", "line 2: Duplicate field 'name'"),
        arguments("name: a\n---\nname: b", "line 3: a second document, allowed is one"),
        arguments("- 1\n- 2", "the file is a list, allowed is keys and values"),
        arguments("hello", "the file is a text, allowed is keys and values"),
        arguments("7", "the file is a number, allowed is keys and values"));
  }

  @ParameterizedTest
  @MethodSource({"unknownKeys", "wrongTypes", "outOfRange", "placeholders", "brokenYaml"})
  void aFaultInTheFileIsToldWithItsKeyItsValueAndWhatIsAllowed(String yaml, String message) {
    fails(Map.of(), yaml, List.of(), "job.yaml: " + message);
  }

  @Test
  void aListElementWithNothingInItIsRefused() {
    fails(
        Map.of(),
        "cameras: [null]",
        List.of(),
        "job.yaml: cameras[0] is missing, allowed is keys and values: id, url, fps, retry");
  }

  static Stream<Arguments> overrides() {
    return Stream.of(
        arguments("visit.gap", "--set visit.gap: allowed is key=value, such as sighting.gap=10s"),
        arguments("=1", "--set =1: allowed is key=value, such as sighting.gap=10s"),
        arguments(
            "visit..gap=1", "--set visit..gap=1: allowed is key=value, such as sighting.gap=10s"),
        arguments("visit.gap=x", "--set: visit.gap is \"x\"" + DURATION),
        arguments("visit.gap=0s", "--set: visit.gap is 0s, allowed is from 1s to 1d"),
        arguments(
            "visit.gapp=1", "--set: unknown key visit.gapp (did you mean visit.gap?)" + VISIT),
        arguments("tgs.x=1", "--set: unknown key tgs (did you mean tags?)" + HERE),
        arguments(
            "cameras[0].id=x", "--set: unknown key cameras[0] (did you mean cameras?)" + HERE),
        arguments("tags.x=1", "--set: tags has no keys of its own, it can only be set as a whole"),
        arguments(
            "tags=[a",
            "--set: tags: line 1 is not YAML: expected ',' or ']', but got <stream end>"),
        arguments(
            "cameras=x",
            "--set: cameras[0] is \"x\", allowed is keys and values: id, url, fps, retry"),
        arguments("visit={gap: x}", "--set: visit.gap is \"x\"" + DURATION));
  }

  @ParameterizedTest
  @MethodSource("overrides")
  void aFaultOnTheCommandLineIsNotBlamedOnTheFile(String override, String message) {
    fails(Map.of(), "name: fine", List.of(override), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SIGHTINGS_VISIT_MIN_FRAMES | x | visit.minFrames is \"x\", allowed is a whole number",
        "SIGHTINGS_VISIT_MIN_FRAMES | 0 | visit.minFrames is 0, allowed is from 1 to 100",
        "SIGHTINGS_BROKER_PROPERTIES | a | broker.properties is \"a\", allowed is keys and values"
      })
  void aFaultInTheEnvironmentNamesTheVariable(String variable, String value, String message) {
    fails(
        Map.of(variable, value),
        "name: fine",
        List.of(),
        "environment variable " + variable + ": " + message);
  }

  @Test
  void aFileThatIsNotThereIsNamedWithWhereItWasLookedFor() {
    Path file = folder.resolve("x/../job.yaml");
    loadFails(file, file + ": there is no such file; looked for " + folder.resolve("job.yaml"));
  }

  @Test
  void aFolderIsNotAFile() {
    loadFails(folder, folder + ": cannot be read: Is a directory");
  }

  @Test
  void aFileInAnotherCharacterSetIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("job.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe4});
    loadFails(file, file + ": is not a UTF-8 text");
  }

  @Test
  void aFaultInAFileNamesTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("job.yaml"), "visit: {minFrames: 0}");
    loadFails(file, file + ": visit.minFrames is 0, allowed is from 1 to 100");
  }

  private static void fails(
      Map<String, String> environment, String yaml, List<String> overrides, String message) {
    SettingsLoader loader = new SettingsLoader(environment);
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> loader.parse("job.yaml", yaml, SampleSettings.DEFAULT, overrides))
        .withMessage(message);
  }

  private static void loadFails(Path file, String message) {
    SettingsLoader loader = new SettingsLoader(Map.of());
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> loader.load(file, SampleSettings.DEFAULT, List.of()))
        .withMessage(message);
  }
}
