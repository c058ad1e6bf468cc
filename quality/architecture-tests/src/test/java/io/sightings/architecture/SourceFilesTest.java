package io.sightings.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules of the source files of every module's main code. */
class SourceFilesTest {
  private static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();
  private static final int MAX_LINES = 400;
  private static final String PACKAGE_INFO = "package-info.java";
  private static final Pattern SECOND_WORD = Pattern.compile("[A-Z][a-z0-9]*[A-Z].*|[A-Z]{2,}.*");

  /** Terms of the field that a second word would only repeat. */
  private static final Set<String> ONE_WORD_TERMS =
      Set.of("Alert", "Frame", "Gallery", "Json", "Main", "Person", "Sighting", "Topology");

  private final List<Path> sources = mainSources();

  @Test
  void noFileIsLongerThanFourHundredLines() {
    assertThat(sources).filteredOn(file -> lines(file) > MAX_LINES).isEmpty();
  }

  @Test
  void noTwoTypesShareASimpleName() {
    Map<String, List<Path>> byName = new TreeMap<>();
    for (Path file : sources) {
      String name = file.getFileName().toString();
      if (!name.equals(PACKAGE_INFO)) {
        byName.computeIfAbsent(name, key -> new ArrayList<>()).add(REPOSITORY.relativize(file));
      }
    }
    byName.values().removeIf(files -> files.size() == 1);
    assertThat(byName).isEmpty();
  }

  @Test
  void aTypeNameHasTwoWordsOrIsATermOfTheField() {
    Set<String> single = new TreeSet<>();
    for (Path file : sources) {
      String name = file.getFileName().toString().replace(".java", "");
      if (!name.equals("package-info")
          && !SECOND_WORD.matcher(name).matches()
          && !ONE_WORD_TERMS.contains(name)) {
        single.add(REPOSITORY.relativize(file).toString());
      }
    }
    assertThat(single).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    Set<Path> silent = new TreeSet<>();
    for (Path file : sources) {
      if (!Files.exists(file.resolveSibling(PACKAGE_INFO))) {
        silent.add(REPOSITORY.relativize(file.getParent()));
      }
    }
    assertThat(silent).isEmpty();
  }

  private static long lines(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> mainSources() {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          REPOSITORY,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
              String name = dir.getFileName().toString();
              return name.equals("target") || name.equals("test") || name.startsWith(".git")
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (file.toString().endsWith(".java")) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
