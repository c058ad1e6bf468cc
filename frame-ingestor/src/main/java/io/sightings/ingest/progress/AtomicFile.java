package io.sightings.ingest.progress;

import io.sightings.contract.file.PrivateFiles;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes private files so that a reader sees all of the old content or all of the new. A failed
 * write leaves the old content, and nothing else.
 */
public final class AtomicFile {

  private AtomicFile() {}

  /**
   * Replaces a file. Streams are used, as a channel would fail where the thread is being stopped.
   *
   * @param lasting whether it has to outlive a failure of the power, which takes some milliseconds;
   *     the end of this process it outlives anyway
   */
  public static void write(Path file, byte[] content, boolean lasting) throws IOException {
    Path next = file.resolveSibling("." + file.getFileName() + ".tmp");
    try (FileOutputStream out = PrivateFiles.open(next, false)) {
      out.write(content);
      if (lasting) {
        out.getFD().sync();
      }
    } catch (IOException e) {
      Files.deleteIfExists(next);
      throw e;
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
