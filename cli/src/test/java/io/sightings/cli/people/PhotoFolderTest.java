package io.sightings.cli.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.toolkit.console.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoFolderTest {
  @TempDir Path folder;

  @Test
  void foldersAndNumberedFilesOfOnePersonComeTogether() throws IOException {
    file("Anna/1.jpg");
    file("Anna/2.PNG");
    file("anna_3.jpeg");
    file("Bob.jpg");

    PhotoFolder scanned = PhotoFolder.scan(folder);

    assertThat(scanned.people()).extracting("id").containsExactly("anna", "bob");
    assertThat(scanned.people().get(0).name()).isEqualTo("Anna");
    assertThat(scanned.people().get(0).photos()).hasSize(3);
  }

  @Test
  void whatIsNoPhotoIsNamedButDoesNotDisturb() throws IOException {
    file("Anna/1.jpg");
    file("Anna/notes.txt");
    file("README.md");
    file(".DS_Store");

    assertThat(PhotoFolder.scan(folder).ignored())
        .containsExactly(Path.of("Anna/notes.txt"), Path.of("README.md"));
  }

  @Test
  void aFolderWithoutPhotosSaysWhatIsExpected() throws IOException {
    file("README.md");

    assertThatThrownBy(() -> PhotoFolder.scan(folder))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("NAME/*.jpg");
  }

  @Test
  void aMissingFolderIsNamed() {
    Path missing = folder.resolve("nowhere");

    assertThatThrownBy(() -> PhotoFolder.scan(missing))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining(missing.toString());
  }

  private void file(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.createFile(file);
  }
}
