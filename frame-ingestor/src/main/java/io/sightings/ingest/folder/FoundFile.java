package io.sightings.ingest.folder;

import io.sightings.ingest.source.FileNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;

/**
 * A file as it was when it was looked at: equal ones have not changed in between. What the system
 * knows it by, its inode, does not count: some network drives give a new one each time.
 *
 * @param name its path within the folder, with forward slashes
 * @param size in bytes
 */
record FoundFile(Path path, String name, long size, FileTime modified) {

  /** Recordings are read in the order they were made. */
  static final Comparator<FoundFile> ORDER =
      Comparator.comparing(FoundFile::modified).thenComparing(FoundFile::name);

  static FoundFile of(Path folder, Path path, BasicFileAttributes attributes) {
    return new FoundFile(
        path,
        FileNames.text(folder.relativize(path)),
        attributes.size(),
        attributes.lastModifiedTime());
  }

  /** Whether it is there still, and the same. */
  boolean isUnchanged(Path folder) throws IOException {
    try {
      return equals(
          of(
              folder,
              path,
              Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)));
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  /** Names this copy of the file, also after a restart. */
  String copy() {
    return name + " " + size + " " + modified.toMillis();
  }
}
