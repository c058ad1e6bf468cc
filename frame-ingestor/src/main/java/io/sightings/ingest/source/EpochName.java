package io.sightings.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Names a run after what is read and how, so that reading the same again gives the same frame ids
 * and repeated frames are recognised. Of a file its size, beginning and end count: two recordings
 * that agree in those are the same.
 */
public final class EpochName {
  private static final int END_BYTES = 64 << 10;
  private static final int DIGITS = 16;

  private final MessageDigest digest;

  public EpochName() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  public EpochName with(@Nullable Object setting) {
    digest.update(String.valueOf(setting).getBytes(UTF_8));
    digest.update((byte) 0);
    return this;
  }

  public EpochName withBytes(byte[] bytes) {
    with(bytes.length);
    digest.update(bytes);
    return this;
  }

  EpochName withContent(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      long size = file.length();
      with(size);
      update(file, (int) Math.min(size, END_BYTES));
      if (size > END_BYTES) {
        file.seek(Math.max(END_BYTES, size - END_BYTES));
        update(file, (int) Math.min(size - END_BYTES, END_BYTES));
      }
    }
    return this;
  }

  private void update(RandomAccessFile file, int length) throws IOException {
    byte[] bytes = new byte[length];
    file.readFully(bytes);
    digest.update(bytes);
  }

  public String name() {
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }
}
