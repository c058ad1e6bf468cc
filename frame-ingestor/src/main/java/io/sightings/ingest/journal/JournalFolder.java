package io.sightings.ingest.journal;

import io.sightings.contract.file.PrivateFiles;
import io.sightings.ingest.progress.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The entries on disk, a small file for each. They outlive the process and need not outlive a loss
 * of power, so that none is forced. Nothing stops where they cannot be written.
 */
final class JournalFolder {
  private static final Logger LOG = LoggerFactory.getLogger(JournalFolder.class);

  private final Path folder;
  private boolean told;

  JournalFolder(Path folder) {
    this.folder = folder;
  }

  List<ReadingEntry> all() {
    List<ReadingEntry> found = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (!name.startsWith(".")) {
          ReadingEntry.of(name, Files.readAllBytes(file))
              .ifPresentOrElse(found::add, () -> delete(name));
        }
      }
    } catch (NoSuchFileException anotherProcess) {
      LOG.debug("Another process has finished reading", anotherProcess);
    } catch (IOException e) {
      tell(e);
    }
    return found;
  }

  void write(ReadingEntry entry) {
    try {
      PrivateFiles.createFolder(folder);
      AtomicFile.write(folder.resolve(entry.key()), entry.bytes(), false);
    } catch (IOException e) {
      tell(e);
    }
  }

  void delete(String key) {
    try {
      Files.deleteIfExists(folder.resolve(key));
    } catch (IOException e) {
      tell(e);
    }
  }

  private synchronized void tell(IOException e) {
    if (!told) {
      told = true;
      LOG.warn(
          "No journal can be kept in {} ({}): mend that, or a file that ends the ingestor does so again",
          folder,
          e.toString());
    }
  }
}
