package io.sightings.ingest.folder;

import io.sightings.ingest.source.FileNames;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a watched folder holds now.
 *
 * @param files those that are to be read some time, in no order
 * @param faults other files that are not read, in sentences
 */
record FolderScan(List<FoundFile> files, List<String> faults) {
  /** Suffixes of files that are being copied or downloaded. */
  private static final Set<String> UNFINISHED = Set.of("part", "tmp", "crdownload", "filepart");

  /**
   * Looks through a folder and those below. Links are not followed: what they lead to is not in the
   * folder.
   *
   * @throws IOException if the folder itself cannot be read
   */
  static FolderScan of(WatchedFolder folder) throws IOException {
    FolderScan scan = new FolderScan(new ArrayList<>(), new ArrayList<>());
    Files.walkFileTree(folder.root(), new Visitor(folder, scan));
    return scan;
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final WatchedFolder folder;
    private final FolderScan scan;

    Visitor(WatchedFolder folder, FolderScan scan) {
      this.folder = folder;
      this.scan = scan;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
      boolean skipped =
          path.equals(folder.done())
              || path.equals(folder.rejected())
              || path.equals(folder.state())
              || (!path.equals(folder.root()) && FileNames.isHidden(path));
      return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
      if (attributes.isSymbolicLink()) {
        boolean own = path.equals(folder.done()) || path.equals(folder.rejected());
        if (!own && !FileNames.isHidden(path)) {
          scan.faults.add(path + " is a link and not followed: put the file itself there");
        }
      } else if (attributes.isRegularFile() && !isUnfinished(path) && !folder.isNote(path)) {
        scan.files.add(FoundFile.of(folder.root(), path, attributes));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
      if (path.equals(folder.root())) {
        throw failure;
      }
      // One that has vanished meanwhile is no fault.
      if (Files.exists(path)) {
        scan.faults.add(path + " cannot be read: check its permissions");
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path path, IOException failure) throws IOException {
      if (failure != null) {
        return visitFileFailed(path, failure);
      }
      return FileVisitResult.CONTINUE;
    }
  }

  static boolean isUnfinished(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    return FileNames.isHidden(path)
        || UNFINISHED.contains(name.substring(name.lastIndexOf('.') + 1));
  }
}
