package io.sightings.contract.file;

import static io.sightings.contract.file.PrivateFiles.Access.CLOSED;
import static io.sightings.contract.file.PrivateFiles.Access.PRIVATE;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no POSIX permissions")
class PrivateFilesTest {
  @TempDir Path dir;

  @Test
  void newFoldersAreOpenToTheirOwnerOnly() throws Exception {
    assertThat(PrivateFiles.createFolder(dir.resolve("state/uploads"))).isEqualTo(PRIVATE);

    assertThat(mode(dir.resolve("state"))).isEqualTo("rwx------");
    assertThat(mode(dir.resolve("state/uploads"))).isEqualTo("rwx------");
  }

  @Test
  void aFolderThatIsOpenToOthersIsClosedOnce() throws Exception {
    Path folder = Files.createDirectory(dir.resolve("state"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxr-x"));

    assertThat(PrivateFiles.createFolder(folder)).isEqualTo(CLOSED);
    assertThat(PrivateFiles.createFolder(folder)).isEqualTo(PRIVATE);
    assertThat(mode(folder)).isEqualTo("rwx------");
  }

  @Test
  void newFilesAreReadByTheirOwnerOnly() throws Exception {
    Path file = dir.resolve("progress");

    PrivateFiles.write(file, "a".getBytes(US_ASCII));
    try (OutputStream out = PrivateFiles.open(file, true)) {
      out.write('b');
    }

    assertThat(file).hasContent("ab");
    assertThat(mode(file)).isEqualTo("rw-------");
  }

  @Test
  void aNewFileTakesThePlaceOfOneThatOthersMayRead() throws Exception {
    Path file = Files.writeString(dir.resolve("progress"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

    PrivateFiles.write(file, "new".getBytes(US_ASCII));

    assertThat(file).hasContent("new");
    assertThat(mode(file)).isEqualTo("rw-------");
  }

  @Test
  void aLinkIsReplacedOrRefusedButNotFollowed() throws Exception {
    Path other = Files.writeString(dir.resolve("other"), "untouched");
    Path link = Files.createSymbolicLink(dir.resolve("link"), other);

    assertThatThrownBy(() -> PrivateFiles.open(link, true))
        .isInstanceOf(FileAlreadyExistsException.class);
    PrivateFiles.write(link, "new".getBytes(US_ASCII));

    assertThat(other).hasContent("untouched");
    assertThat(link).isRegularFile().hasContent("new");
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
