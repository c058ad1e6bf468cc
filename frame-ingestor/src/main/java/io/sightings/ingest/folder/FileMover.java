package io.sightings.ingest.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.contract.file.PrivateFiles;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Objects;

/** Moves files, at every moment with all of their content in at least one of the places. */
final class FileMover {

  /**
   * File systems take names of 255 bytes; files beside this one are named after it, such as {@code
   * .NAME.reason.tmp}, and a number may be added to it.
   */
  private static final int MAX_NAME_BYTES = 235;

  private static final int MAX_EXTENSION_LENGTH = 16;

  private FileMover() {}

  /**
   * Finds a place for a file in a folder, which is created where it is missing. A very long name is
   * shortened. Where another file of its name is there already it gets a number.
   *
   * @param name its path within that folder
   */
  static Path place(Path folder, String name, Path file) throws IOException {
    Path wanted = folder.resolve(name);
    createFolder(parent(wanted));
    String last = wanted.getFileName().toString();
    int dot = last.lastIndexOf('.');
    boolean extended = dot > 0 && last.length() - dot <= MAX_EXTENSION_LENGTH;
    String extension = extended ? last.substring(dot) : "";
    String stem = shortened(last.substring(0, last.length() - extension.length()), extension);
    Path place = wanted.resolveSibling(stem + extension);
    for (int number = 2; isTaken(place) && !isCopy(place, file); number++) {
      place = wanted.resolveSibling(stem + "-" + number + extension);
    }
    return place;
  }

  private static String shortened(String stem, String extension) {
    int end = stem.length();
    while ((stem.substring(0, end) + extension).getBytes(UTF_8).length > MAX_NAME_BYTES) {
      end = stem.offsetByCodePoints(end, -1);
    }
    return stem.substring(0, end);
  }

  /** Moves a file to the place that was found for it. */
  static void to(Path place, Path file) throws IOException {
    if (isTaken(place)) {
      Files.delete(file);
      return;
    }
    try {
      Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException otherFileSystem) {
      copy(file, place);
      Files.delete(file);
    }
  }

  /**
   * Creates a folder as open as the one it is in: those who may read a watched folder may read what
   * is put away in it. A link to a folder is a folder, which {@link Files#createDirectories} does
   * not see.
   */
  private static void createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      createFolder(parent(folder));
      Files.createDirectory(folder);
      PrivateFiles.copyPermissions(parent(folder).toRealPath(), folder);
    }
  }

  static Path parent(Path path) {
    return Objects.requireNonNull(path.getParent(), "an absolute path below the root");
  }

  private static void copy(Path from, Path to) throws IOException {
    Path unfinished = to.resolveSibling("." + to.getFileName() + ".part");
    FileTime modified = Files.getLastModifiedTime(from);
    try (FileOutputStream out = PrivateFiles.open(unfinished, false)) {
      Files.copy(from, out);
      out.getFD().sync();
    } catch (IOException e) {
      Files.deleteIfExists(unfinished);
      throw e;
    }
    PrivateFiles.copyPermissions(from, unfinished);
    Files.setLastModifiedTime(unfinished, modified);
    Files.move(unfinished, to, StandardCopyOption.ATOMIC_MOVE);
  }

  private static boolean isTaken(Path place) {
    return Files.exists(place, LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether a move to another file system was ended by force before its last step. */
  private static boolean isCopy(Path place, Path file) throws IOException {
    return Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
        && Files.size(file) == Files.size(place)
        && !Files.getFileStore(file).equals(Files.getFileStore(place))
        && Files.getLastModifiedTime(file).equals(Files.getLastModifiedTime(place))
        && Files.mismatch(file, place) < 0;
  }
}
