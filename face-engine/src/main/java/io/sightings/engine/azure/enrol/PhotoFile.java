package io.sightings.engine.azure.enrol;

import io.sightings.engine.azure.client.ImageBounds;
import io.sightings.engine.model.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A photo as it is sent: its own bytes.
 *
 * @param bytes empty where it is of no use
 * @param sha256 of the bytes
 * @param fault why it is of no use, as a sentence; empty where it may be of some
 */
record PhotoFile(byte[] bytes, String sha256, String fault) {

  static PhotoFile read(Path path) {
    try {
      long size = Files.size(path);
      if (size > ImageBounds.MOST_BYTES) {
        return useless(
            "The file has %.1f MB; the service takes at most 6 MB: save it smaller."
                .formatted(size / 1048576.0));
      }
      if (size < ImageBounds.LEAST_BYTES) {
        return useless("The file has " + size + " bytes; the service takes 1 KB or more.");
      }
      byte[] bytes = Files.readAllBytes(path);
      return webp(bytes)
          ? useless("The service does not read WebP: save it as a JPEG or PNG.")
          : new PhotoFile(bytes, Sha256.of(bytes), "");
    } catch (IOException e) {
      return useless("The file cannot be read: " + e);
    }
  }

  private static PhotoFile useless(String why) {
    return new PhotoFile(new byte[0], "", why);
  }

  private static boolean webp(byte[] bytes) {
    String head = new String(bytes, 0, 12, StandardCharsets.ISO_8859_1);
    return head.startsWith("RIFF") && head.endsWith("WEBP");
  }
}
