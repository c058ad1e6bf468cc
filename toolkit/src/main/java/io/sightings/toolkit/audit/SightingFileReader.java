package io.sightings.toolkit.audit;

import io.sightings.contract.Sighting;
import io.sightings.contract.codec.Json;
import io.sightings.contract.codec.MalformedMessageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The closed sightings in the job's files. */
public final class SightingFileReader {

  private SightingFileReader() {}

  /**
   * @param root the job's files.path
   * @param since files last written to before that are left out
   * @throws IOException also if a line is no sighting, with its file and number
   */
  public static List<SightingFileEntry> read(Path root, Instant since) throws IOException {
    List<SightingFileEntry> all = new ArrayList<>();
    if (Files.isDirectory(root)) {
      for (Path file : finished(root)) {
        Instant written = Files.getLastModifiedTime(file).toInstant();
        if (!written.isBefore(since)) {
          readFile(file, written, all);
        }
      }
    }
    return all;
  }

  private static List<Path> finished(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(SightingFileReader::isFinished).sorted().toList();
    }
  }

  /** What begins with a dot is still being written, or was when the job died. */
  private static boolean isFinished(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".jsonl") && !name.startsWith(".");
  }

  private static void readFile(Path file, Instant written, List<SightingFileEntry> into)
      throws IOException {
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      try {
        Sighting sighting = Json.read(line.getBytes(StandardCharsets.UTF_8), Sighting.class);
        into.add(new SightingFileEntry(sighting, written));
      } catch (MalformedMessageException e) {
        throw new IOException(file + ", line " + number + ": " + e.getMessage(), e);
      }
    }
  }

  /**
   * A line of a finished file.
   *
   * @param written when its file was last written to
   */
  public record SightingFileEntry(Sighting sighting, Instant written) {}
}
