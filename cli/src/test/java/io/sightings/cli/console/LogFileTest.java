package io.sightings.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no POSIX permissions")
class LogFileTest {
  private static final String OF_A_LINE = "\\d{4}-\\d\\d-\\d\\dT.*|  \\| .*";

  @TempDir Path states;
  private Path log;

  @BeforeEach
  void name() {
    log = states.resolve("sightings/sightings.log");
  }

  @Test
  void theLogIsReadByItsOwnerOnlyAndHasNoForgedLine() throws Exception {
    assertThat(sample()).isEmpty();

    assertThat(mode(log.getParent())).isEqualTo("rwx------");
    assertThat(mode(log)).isEqualTo("rw-------");
    assertThat(Files.readAllLines(log))
        .hasSizeGreaterThan(3)
        .allMatch(line -> line.matches(OF_A_LINE))
        .anyMatch(line -> line.endsWith("forged\\r?[31mb.mp4 was read"));
    assertThat(Files.readString(log)).doesNotContain("\u001b", "\r");
  }

  @Test
  void aLinkInThePlaceOfTheLogIsNotFollowed() throws Exception {
    Path other = Files.writeString(states.resolve("other"), "untouched");
    Files.createDirectories(log.getParent());
    Files.createSymbolicLink(log, other);

    sample();

    assertThat(other).hasContent("untouched");
    assertThat(Files.isSymbolicLink(log)).isFalse();
    assertThat(Files.readString(log)).contains("was read");
  }

  @Test
  void aFolderThatCannotBeCreatedIsNamedAndNothingFails() throws Exception {
    Files.writeString(states.resolve("sightings"), "a file");

    assertThat(sample()).contains("sightings");
  }

  /** What it says on its error stream. */
  private String sample() throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            LogSample.class.getName());
    ProcessBuilder java = new ProcessBuilder(command);
    java.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    java.environment().put("XDG_STATE_HOME", states.toString());
    Process process = java.start();
    String said = new String(process.getErrorStream().readAllBytes());
    assertThat(process.waitFor()).isZero();
    return said;
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
