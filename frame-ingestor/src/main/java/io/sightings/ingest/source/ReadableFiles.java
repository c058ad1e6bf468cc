package io.sightings.ingest.source;

import io.sightings.ingest.address.MediaException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells a damaged file from a drive that fails. */
final class ReadableFiles {
  private static final int CHUNK = 1 << 20;

  private ReadableFiles() {}

  /**
   * Reads a file to its end, as FFmpeg takes an error of the drive for the end of the file.
   *
   * @param instead what seems to be wrong with it
   * @throws IOException if it cannot be read, so that nothing is known of its content
   */
  static void check(Path file, MediaException instead) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      return;
    }
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(file)) {
      while (in.read(chunk) > 0) {
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
      }
    } catch (IOException e) {
      e.addSuppressed(instead);
      throw e;
    }
  }
}
