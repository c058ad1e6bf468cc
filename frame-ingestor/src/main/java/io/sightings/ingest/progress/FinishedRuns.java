package io.sightings.ingest.progress;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.sightings.contract.SourceInfo;
import io.sightings.contract.file.PrivateFiles;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest runs that were read to their ends: a file with a line for each, rewritten when half of
 * it is too old. Of one thread.
 */
final class FinishedRuns {
  private static final Logger LOG = LoggerFactory.getLogger(FinishedRuns.class);
  private static final Pattern LINE = Pattern.compile(SourceInfo.ID_PATTERN);

  private final Path file;
  private final int bound;
  private final Set<String> runs = new LinkedHashSet<>();
  private int lines;

  /**
   * @param bound how many are remembered
   */
  FinishedRuns(Path file, int bound) {
    this.file = file;
    this.bound = bound;
  }

  void load() throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    String text = new String(Files.readAllBytes(file), US_ASCII);
    // Without its end a line may be the beginning of another run's name.
    int whole = text.lastIndexOf('\n') + 1;
    List<String> found = text.substring(0, whole).lines().toList();
    List<String> good = found.stream().filter(line -> LINE.matcher(line).matches()).toList();
    good.forEach(this::remember);
    lines = found.size();
    if (good.size() < found.size() || whole < text.length()) {
      LOG.warn(
          "{} has lines that are none of ours, or were not written to their ends. They are ignored:"
              + " what they named would be read again, and recognised by its frame ids",
          file);
      rewrite();
    }
  }

  boolean contains(String run) {
    return runs.contains(run);
  }

  /**
   * @param lasting whether it has to outlive a failure of the power
   * @throws IOException if it cannot be written; it is remembered until this process ends
   */
  void add(String run, boolean lasting) throws IOException {
    remember(run);
    if (lines >= 2 * bound) {
      rewrite();
      return;
    }
    try (FileOutputStream out = PrivateFiles.open(file, true)) {
      out.write((run + "\n").getBytes(US_ASCII));
      if (lasting) {
        out.getFD().sync();
      }
    }
    lines++;
  }

  private void remember(String run) {
    runs.remove(run);
    runs.add(run);
    if (runs.size() > bound) {
      runs.remove(runs.iterator().next());
    }
  }

  private void rewrite() throws IOException {
    String text = runs.stream().map(run -> run + "\n").collect(Collectors.joining());
    AtomicFile.write(file, text.getBytes(US_ASCII), true);
    lines = runs.size();
  }
}
