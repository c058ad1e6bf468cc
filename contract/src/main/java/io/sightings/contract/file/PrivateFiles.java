package io.sightings.contract.file;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Creates folders with mode 700 and files with mode 600, independent of the umask of the process.
 * On file systems without POSIX permissions the files get the permissions of their folder.
 */
public final class PrivateFiles {
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private PrivateFiles() {}

  /** How private a folder is that is there now. */
  public enum Access {
    /** Only its owner may read it. */
    PRIVATE,
    /** Others could read it until now. */
    CLOSED,
    /** Others can read it, and this process may not change that: the folder is not its own. */
    OPEN
  }

  /**
   * Creates a folder and the missing ones above it. An existing folder that others may read, or the
   * one a link leads to, is closed to them.
   *
   * @throws IOException if it cannot be created or looked at
   */
  public static Access createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, attributes(folder, FOLDER));
    }
    if (!isPosix(folder) || FOLDER.containsAll(Files.getPosixFilePermissions(folder))) {
      return Access.PRIVATE;
    }
    Set<PosixFilePermission> closed = EnumSet.copyOf(Files.getPosixFilePermissions(folder));
    closed.retainAll(FOLDER);
    try {
      Files.setPosixFilePermissions(folder, closed);
      return Access.CLOSED;
    } catch (FileSystemException foreign) {
      // Such as the root of a volume, which belongs to the system.
      return Access.OPEN;
    }
  }

  /** What a new file is created with, for {@code FileChannel.open} and the like. */
  public static FileAttribute<?>[] attributes(Path file) {
    return attributes(file, FILE);
  }

  /**
   * Opens a file for writing, and creates it where it is missing.
   *
   * @param append whether what it holds stays; otherwise a new file takes its place
   */
  public static FileOutputStream open(Path file, boolean append) throws IOException {
    if (!append) {
      Files.deleteIfExists(file);
    }
    try {
      Files.createFile(file, attributes(file));
    } catch (FileAlreadyExistsException e) {
      if (!append || Files.isSymbolicLink(file)) {
        throw e;
      }
    }
    return new FileOutputStream(file.toFile(), append);
  }

  /** Writes a new file in the place of the one that is there, if any. */
  public static void write(Path file, byte[] content) throws IOException {
    try (OutputStream out = open(file, false)) {
      out.write(content);
    }
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
    return isPosix(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Gives a file or folder the permissions another has. */
  public static void copyPermissions(Path from, Path to) throws IOException {
    if (isPosix(to)) {
      Files.setPosixFilePermissions(
          to, Files.getPosixFilePermissions(from, LinkOption.NOFOLLOW_LINKS));
    }
  }
}
