package io.sightings.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.toolkit.console.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
  @TempDir Path temp;

  @Test
  void aNewFolderIsMadeAndLeftEmpty() throws IOException {
    OutputFolder out = OutputFolder.prepare(temp.resolve("a/b"));

    assertThat(out.folder()).isEmptyDirectory().isAbsolute();
    assertThat(out.setAside()).isEmpty();
  }

  @Test
  void theSightingsOfAnEarlierRunAreSetAsideNotMixedAndNotLost() throws IOException {
    Path old = temp.resolve("sightings/date=2026-06-01/part-1.jsonl");
    Files.createDirectories(old.getParent());
    Files.writeString(old, "{}");

    OutputFolder out = OutputFolder.prepare(temp);
    Path earlier = out.setAside().orElseThrow();

    assertThat(out.sightings()).doesNotExist();
    assertThat(earlier.resolve("date=2026-06-01/part-1.jsonl")).hasContent("{}");
  }

  @Test
  void aFileWhereTheFolderShouldBeIsExplained() throws IOException {
    Path file = Files.createFile(temp.resolve("taken"));

    assertThatThrownBy(() -> OutputFolder.prepare(file))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("--out " + file)
        .hasMessageContaining("Choose another directory");
  }
}
