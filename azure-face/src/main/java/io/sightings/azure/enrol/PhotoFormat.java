package io.sightings.azure.enrol;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a file is, by its first bytes: what is no picture would only cost a call. */
enum PhotoFormat {
  JPEG("\u00ff\u00d8\u00ff", Sending.AS_IT_IS),
  PNG("\u0089PNG", Sending.AS_IT_IS),
  GIF("GIF8", Sending.AS_IT_IS),
  BMP("BM", Sending.AS_IT_IS),
  WEBP("RIFF", Sending.AS_A_JPEG),
  OTHER("", Sending.NOT_AT_ALL);

  /** How the service can be given it. */
  enum Sending {
    AS_IT_IS,
    AS_A_JPEG,
    NOT_AT_ALL
  }

  private static final int LONGEST = 4;

  private final String begin;
  private final Sending sending;

  PhotoFormat(String begin, Sending sending) {
    this.begin = begin;
    this.sending = sending;
  }

  Sending sending() {
    return sending;
  }

  static PhotoFormat of(Path file) throws IOException {
    String head;
    try (InputStream in = Files.newInputStream(file)) {
      head = new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
    }
    for (PhotoFormat kind : values()) {
      if (head.startsWith(kind.begin)) {
        return kind;
      }
    }
    return OTHER;
  }
}
