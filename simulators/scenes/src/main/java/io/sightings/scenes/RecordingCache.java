package io.sightings.scenes;

import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Recordings written once and shared, also between processes. A folder appears only when it is
 * complete; of two that write the same recording at once, one wins and the other's work is deleted.
 */
public final class RecordingCache {
  /** To be raised when encoding or portraits change, which the probed frames do not show. */
  private static final int FORMAT = 1;

  private static final int PROBED_FRAMES = 3;

  private final Path root;

  public RecordingCache(Path root) {
    this.root = root;
  }

  /** The written recording, written now if it is not there yet. */
  public RecordedFiles get(SceneRecording recording) throws IOException {
    return get(recording, frames -> {});
  }

  /**
   * @param progress is told how many frames of the video are written, after each
   */
  public RecordedFiles get(SceneRecording recording, IntConsumer progress) throws IOException {
    Path folder = root.resolve("recording-" + fingerprint(recording));
    if (!Files.isDirectory(folder)) {
      Path unfinished = Files.createTempDirectory(Files.createDirectories(root), "unfinished-");
      try {
        recording.writeTo(unfinished, progress);
        publish(unfinished, folder);
      } finally {
        delete(unfinished);
      }
    }
    return new RecordedFiles(folder);
  }

  private static void publish(Path unfinished, Path folder) throws IOException {
    try {
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  /** Changes with the truth and with the pixels, so a stale recording is never taken for this. */
  private static String fingerprint(SceneRecording recording) {
    CRC32C checksum = new CRC32C();
    WalkScene scene = recording.scene();
    for (int i = 1; i <= PROBED_FRAMES; i++) {
      double second = scene.seconds() * i / (PROBED_FRAMES + 1);
      for (int pixel : pixels(scene, second)) {
        checksum.update(pixel >> 16);
        checksum.update(pixel >> 8);
        checksum.update(pixel);
      }
    }
    checksum.update(recording.truth().toString().getBytes(StandardCharsets.UTF_8));
    checksum.update(recording.enrolled().toString().getBytes(StandardCharsets.UTF_8));
    return "%d-%08x".formatted(FORMAT, checksum.getValue());
  }

  private static int[] pixels(WalkScene scene, double second) {
    return ((DataBufferInt) scene.frame(second).getRaster().getDataBuffer()).getData();
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> content = Files.walk(folder)) {
      content.sorted(Comparator.reverseOrder()).forEach(RecordingCache::deleteOne);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void deleteOne(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
