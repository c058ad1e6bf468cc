package io.sightings.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the documents tell people to type is what the command line takes. */
class DocumentedCommandsTest {
  private static final Pattern COMMAND = Pattern.compile("\\./sightings ([^#`|]*)");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/operations.md"})
  void everyCommandCanBeTyped(String document) throws IOException {
    List<String> commands = commands(Files.readString(Path.of("..", document)));

    assertThat(commands).isNotEmpty();
    for (String command : commands) {
      String[] words = words(command);
      assertThatCode(() -> commandLine().parseArgs(words))
          .as(document + ": ./sightings " + command)
          .doesNotThrowAnyException();
    }
  }

  private static CommandLine commandLine() {
    return new CommandLine(new SightingsCommand()).setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static List<String> commands(String document) {
    List<String> found = new ArrayList<>();
    boolean inBlock = false;
    for (String line : document.lines().toList()) {
      if (line.startsWith("```")) {
        inBlock = !inBlock;
      }
      Matcher command = COMMAND.matcher(line);
      while (inBlock && command.find()) {
        found.add(command.group(1).strip());
      }
    }
    return found;
  }

  private static String[] words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      words.add(word.group().replaceAll("^[\"']|[\"']$", ""));
    }
    return words.toArray(String[]::new);
  }
}
