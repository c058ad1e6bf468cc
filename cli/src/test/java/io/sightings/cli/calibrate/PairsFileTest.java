package io.sightings.cli.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.cli.calibrate.PairsFile.PhotoPair;
import io.sightings.cli.people.PhotoFolder.Photographed;
import io.sightings.toolkit.console.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairsFileTest {
  @TempDir Path folder;
  private Path images;

  @BeforeEach
  void images() throws IOException {
    images = Files.createDirectories(folder.resolve("images"));
    Files.createDirectories(images.resolve("anna"));
    Files.createFile(images.resolve("anna/anna_1.jpg"));
    Files.createFile(images.resolve("anna/anna_2.jpg"));
    Files.createFile(images.resolve("bob.png"));
  }

  @Test
  void photosAreFoundByNameWithOrWithoutExtensionAndFolder() throws IOException {
    List<PhotoPair> pairs = read("a,b,same", "anna_1,anna_2.jpg,1", "anna/anna_1.jpg,bob,0", "");

    assertThat(pairs)
        .containsExactly(
            new PhotoPair(
                images.resolve("anna/anna_1.jpg"), images.resolve("anna/anna_2.jpg"), true),
            new PhotoPair(images.resolve("anna/anna_1.jpg"), images.resolve("bob.png"), false));
  }

  @Test
  void aPhotoThatIsNotThereIsNamedWithItsLine() {
    assertThatThrownBy(() -> read("a,b,same", "anna_1,carol,1"))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("carol");
  }

  @Test
  void aLabelThatIsNeitherYesNorNoIsNamed() {
    assertThatThrownBy(() -> read("anna_1,anna_2,maybe"))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("line 1")
        .hasMessageContaining("\"maybe\"");
  }

  @Test
  void amongPeopleEveryPhotoMeetsEveryOtherOnce() {
    Photographed anna = new Photographed("anna", "Anna", List.of(Path.of("a1"), Path.of("a2")));
    Photographed bob = new Photographed("bob", "Bob", List.of(Path.of("b1")));

    assertThat(PhotoPair.among(List.of(anna, bob)))
        .containsExactly(
            new PhotoPair(Path.of("a1"), Path.of("a2"), true),
            new PhotoPair(Path.of("a1"), Path.of("b1"), false),
            new PhotoPair(Path.of("a2"), Path.of("b1"), false));
  }

  private List<PhotoPair> read(String... lines) throws IOException {
    Path file = Files.write(folder.resolve("pairs.csv"), List.of(lines));
    return PairsFile.read(file, images);
  }
}
