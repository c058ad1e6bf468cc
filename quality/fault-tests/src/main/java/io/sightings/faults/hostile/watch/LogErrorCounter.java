package io.sightings.faults.hostile.watch;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts lines at ERROR and exceptions in logs, as they grow. For one thread. */
final class LogErrorCounter {
  private static final Pattern ERROR = Pattern.compile("\\bERROR\\b\\s+(\\[[^]]*]\\s*)?(\\S+)");
  private static final Pattern EXCEPTION =
      Pattern.compile("^(?:Caused by: )?((?:[\\w$]+\\.)+[\\w$]+(?:Exception|Error))\\b");

  private static final int MAX_READ = 64 << 20;

  private final Map<Path, Long> read = new HashMap<>();
  private final Map<String, Integer> counts = new TreeMap<>();

  /** Counts what has been written since the last look. */
  void look(String process, Path log) throws IOException {
    if (!Files.exists(log)) {
      return;
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long from = read.getOrDefault(log, 0L);
      // A log that is shorter than before is another one.
      from = from > file.length() ? 0 : from;
      byte[] bytes = new byte[(int) Math.min(MAX_READ, file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      read.put(log, from + bytes.length);
      new String(bytes, StandardCharsets.UTF_8).lines().forEach(line -> count(process, line));
    }
  }

  private void count(String process, String line) {
    Matcher error = ERROR.matcher(line);
    Matcher exception = EXCEPTION.matcher(line);
    if (error.find()) {
      counts.merge(process + ": ERROR of " + error.group(2), 1, Integer::sum);
    } else if (exception.find()) {
      counts.merge(process + ": " + exception.group(1), 1, Integer::sum);
    }
  }

  Map<String, Integer> counts() {
    return Map.copyOf(counts);
  }
}
