package io.sightings.engine.model.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads one file of an npm package: a gzipped tar (POSIX ustar) whose files are below package/. */
final class NpmArchive {
  private static final int BLOCK = 512;
  private static final int NAME_LENGTH = 100;
  private static final int SIZE = 124;
  private static final int SIZE_LENGTH = 12;
  private static final int PREFIX = 345;
  private static final int PREFIX_LENGTH = 155;

  /** No model of the catalogue is larger; the archive's integrity is checked before. */
  private static final long MAX_FILE = 500L << 20;

  private NpmArchive() {}

  static byte[] file(byte[] archive, @Nullable String path) throws FetchException {
    String wanted = "package/" + path;
    try (InputStream tar = new GZIPInputStream(new ByteArrayInputStream(archive))) {
      for (byte[] header = tar.readNBytes(BLOCK);
          header.length == BLOCK && header[0] != 0;
          header = tar.readNBytes(BLOCK)) {
        long size = Long.parseLong(text(header, SIZE, SIZE_LENGTH).strip(), 8);
        if (size < 0 || size > MAX_FILE) {
          throw new FetchException("the package holds a file of " + size + " bytes");
        }
        if (name(header).equals(wanted)) {
          byte[] content = tar.readNBytes((int) size);
          if (content.length < size) {
            throw new FetchException("the package ends within " + path);
          }
          return content;
        }
        tar.skipNBytes((size + BLOCK - 1) / BLOCK * BLOCK);
      }
    } catch (IOException | NumberFormatException e) {
      throw new FetchException("the package is damaged: " + e.getMessage(), e);
    }
    throw new FetchException("the package has no file " + path);
  }

  private static String name(byte[] header) {
    String prefix = text(header, PREFIX, PREFIX_LENGTH);
    String name = text(header, 0, NAME_LENGTH);
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static String text(byte[] header, int at, int length) {
    int end = at;
    while (end < at + length && header[end] != 0) {
      end++;
    }
    return new String(header, at, end - at, StandardCharsets.UTF_8);
  }
}
