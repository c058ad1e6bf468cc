package io.sightings.engine.model.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Packages as npm makes them. */
final class NpmArchiveFixture {
  private static final int BLOCK = 512;

  private NpmArchiveFixture() {}

  /** A package of a manifest and one file. */
  static byte[] of(String name, byte[] content) throws IOException {
    return gzip(tar(name, content));
  }

  static byte[] tar(String name, byte[] content) {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    entry(tar, "package/package.json", "{}".getBytes(StandardCharsets.UTF_8));
    entry(tar, name, content);
    tar.writeBytes(new byte[2 * BLOCK]);
    return tar.toByteArray();
  }

  static byte[] gzip(byte[] tar) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(tar);
    }
    return out.toByteArray();
  }

  static String integrity(byte[] archive) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-512").digest(archive);
      return "sha512-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static void entry(ByteArrayOutputStream tar, String name, byte[] content) {
    byte[] header = new byte[BLOCK];
    put(header, 0, name);
    put(header, 124, String.format(Locale.ROOT, "%011o", content.length));
    put(header, 156, "0");
    tar.writeBytes(header);
    tar.writeBytes(content);
    tar.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
