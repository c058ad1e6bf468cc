package io.sightings.azure.enrol;

import io.sightings.azure.enrol.PhotoReducer.PhotoRefusedException;
import io.sightings.contract.image.ImageFormat;
import io.sightings.engine.FaceShot;
import io.sightings.engine.model.Sha256Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A photo as it is sent.
 *
 * @param bytes the file's own where the service takes them, else a smaller JPEG; empty where it is
 *     of no use
 * @param sha256 of the file, also if a smaller picture is sent
 * @param fault why it is of no use, as a sentence; empty where it may be of some
 */
record PhotoUpload(byte[] bytes, String sha256, String fault) {
  /** What is still read to be made smaller. */
  private static final long MAX_BYTES = 64 << 20;

  private static final byte[] NOTHING = {};

  /** Whether a file may be of use, without reading more than its beginning; empty where it may. */
  static String fault(Path path) {
    try {
      long size = Files.size(path);
      if (size > MAX_BYTES) {
        return String.format(
            Locale.ROOT,
            "The file has %.0f MB; at most 64 MB are read: save it smaller.",
            size / 1048576.0);
      }
      if (size < FaceShot.MIN_BYTES) {
        return "The file has " + size + " bytes; the service takes 1 KB or more.";
      }
      byte[] start = start(path);
      return isGif(start) || ImageFormat.of(start).isPresent()
          ? ""
          : "The file is no JPEG, PNG, GIF, BMP or WebP picture.";
    } catch (IOException e) {
      return "The file cannot be read: " + e;
    }
  }

  /**
   * Reads a file.
   *
   * @param smaller for what the service does not take as it is
   */
  static PhotoUpload read(Path path, PhotoReducer smaller) {
    String fault = fault(path);
    if (!fault.isEmpty()) {
      return new PhotoUpload(NOTHING, "", fault);
    }
    try {
      byte[] bytes = Files.readAllBytes(path);
      boolean asItIs =
          bytes.length <= FaceShot.MAX_BYTES
              && (isGif(bytes)
                  || ImageFormat.of(bytes).filter(f -> f != ImageFormat.WEBP).isPresent());
      return new PhotoUpload(asItIs ? bytes : smaller.jpeg(bytes), Sha256Digest.of(bytes), "");
    } catch (IOException e) {
      return new PhotoUpload(NOTHING, "", "The file cannot be read: " + e);
    } catch (PhotoRefusedException e) {
      return new PhotoUpload(NOTHING, "", String.valueOf(e.getMessage()));
    }
  }

  private static byte[] start(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(ImageFormat.MARK_BYTES);
    }
  }

  /** The service takes this format, too, which the product itself does not decode. */
  private static boolean isGif(byte[] file) {
    return new String(file, 0, Math.min(file.length, 4), StandardCharsets.ISO_8859_1)
        .equals("GIF8");
  }
}
