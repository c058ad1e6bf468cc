package io.sightings.cameras.clip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Clips encoded once and shared, also between processes. A file appears only when it is complete;
 * of two that encode the same clip at once, the later one replaces its equal.
 */
public final class ClipCache {
  /** To be raised when pictures or encoding change. */
  private static final int FORMAT = 1;

  private final Path root;

  public ClipCache(Path root) {
    this.root = root;
  }

  /** In the build's own folder, so that cleaning the build cleans this. */
  public static ClipCache ofBuild() {
    Path target = Path.of("target").toAbsolutePath();
    Path parent =
        Files.isDirectory(target) ? target : Path.of(System.getProperty("java.io.tmpdir"));
    return new ClipCache(parent.resolve("lab-clips"));
  }

  /** The clip, encoded now if it is not there yet. */
  public LabClip get(ClipSpec spec) throws IOException {
    Path folder = Files.createDirectories(root.resolve("format-" + FORMAT));
    Path file = folder.resolve(spec.fileName());
    if (!Files.exists(file)) {
      Path unfinished = Files.createTempFile(folder, "unfinished-", "." + spec.codec());
      try {
        encode(spec, unfinished);
        Files.move(
            unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    }
    return LabClip.read(spec, file);
  }

  private static void encode(ClipSpec spec, Path file) throws IOException {
    switch (spec.codec()) {
      case H264 -> H264ClipEncoder.write(spec, file);
      case H265 -> H265ClipEncoder.write(spec, file);
      case JPEG -> JpegClipEncoder.write(spec, file);
    }
  }
}
