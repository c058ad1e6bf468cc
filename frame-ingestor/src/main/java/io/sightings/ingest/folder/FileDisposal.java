package io.sightings.ingest.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.contract.file.PrivateFiles;
import io.sightings.ingest.progress.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a file goes that was read.
 *
 * @param reason why not all of it could be used, in a sentence; null if all was
 */
record FileDisposal(@Nullable String reason) {

  /** Does it. A file that another process removed is no fault. */
  void apply(WatchedFolder folder, FoundFile file) throws IOException {
    try {
      if (reason != null) {
        reject(folder, file);
      } else if (folder.uploads()) {
        // The time goes last: without it the video would be another one after a restart.
        Files.deleteIfExists(file.path());
        Files.deleteIfExists(WatchedFolder.start(file.path()));
      } else {
        FileMover.to(FileMover.place(folder.done(), file.name(), file.path()), file.path());
      }
    } catch (NoSuchFileException gone) {
      if (Files.exists(file.path())) {
        throw gone;
      }
    }
  }

  /** The reason goes first, so that no file is ever there without one. */
  private void reject(WatchedFolder folder, FoundFile file) throws IOException {
    Path place = FileMover.place(folder.rejected(), file.name(), file.path());
    Path note = WatchedFolder.reason(place);
    AtomicFile.write(note, (reason + "\n").getBytes(UTF_8), false);
    PrivateFiles.copyPermissions(file.path(), note);
    FileMover.to(place, file.path());
    Path start = WatchedFolder.start(file.path());
    if (folder.uploads() && Files.exists(start)) {
      String name = WatchedFolder.start(place).getFileName().toString();
      FileMover.to(FileMover.place(FileMover.parent(place), name, start), start);
    }
  }

  /** In words, for where it cannot be done. */
  String text(WatchedFolder folder) {
    if (reason != null) {
      return "moved to " + folder.rejected();
    }
    return folder.uploads() ? "deleted" : "moved to " + folder.done();
  }
}
