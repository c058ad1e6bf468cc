package io.sightings.faults.hostile.send;

import io.sightings.faults.hostile.input.HostileInput.InputReference;
import io.sightings.faults.hostile.watch.FindingLog;
import io.sightings.faults.hostile.watch.FindingType;
import io.sightings.faults.hostile.watch.InputOutcome;
import io.sightings.faults.hostile.watch.InputOutcomeCounts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What becomes of files in a folder the ingestor reads: they go to {@code done/} or are deleted
 * when they are read, and go to {@code rejected/} when they cannot be. Files whose fate is known
 * are deleted. Safe for use by several threads.
 */
public final class WatchedFolderOutcomes {
  private static final Pattern UNREAD =
      Pattern.compile("(^|/)\\.[^/]*|\\.(part|tmp|crdownload|filepart|reason)$");

  /** Longer names are put away under shortened ones. */
  private static final int MAX_NAME_BYTES = 200;

  private static final int KEPT_LENGTH = 40;

  private final Path root;
  private final InputOutcomeCounts tally;
  private final FindingLog findings;
  private final Map<String, InputReference> waiting = new LinkedHashMap<>();

  /**
   * @param root of the folder
   */
  public WatchedFolderOutcomes(Path root, InputOutcomeCounts tally, FindingLog findings) {
    this.root = root;
    this.tally = tally;
    this.findings = findings;
  }

  Path root() {
    return root;
  }

  /** A file is there, or will be in a moment. */
  synchronized void put(String name, InputReference mark) {
    waiting.put(name, mark);
  }

  /** A file could not be made. */
  synchronized void forget(String name) {
    waiting.remove(name);
  }

  /** Counts the files whose fate is known now; returns how many are waiting still. */
  public synchronized int look() throws IOException {
    Iterator<Map.Entry<String, InputReference>> all = waiting.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<String, InputReference> one = all.next();
      if (!Files.exists(root.resolve(one.getKey()), LinkOption.NOFOLLOW_LINKS)) {
        count(one.getKey(), one.getValue());
        all.remove();
      }
    }
    return waiting.size();
  }

  private void count(String name, InputReference mark) throws IOException {
    boolean rejected = delete(root.resolve("rejected").resolve(name));
    delete(root.resolve("done").resolve(name));
    tally.count(mark, rejected ? InputOutcome.REJECTED : InputOutcome.ACCEPTED);
    if (!rejected && mark.kind().refused()) {
      findings.add(FindingType.WRONGLY_ACCEPTED, name + " was read to its end", List.of(mark));
    }
  }

  /** Deletes what is there under this name, and with it the reason; long names are shortened. */
  private static boolean delete(Path place) throws IOException {
    String name = place.getFileName().toString();
    boolean shortened = name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES;
    String start = shortened ? name.substring(0, KEPT_LENGTH) : name;
    List<Path> found = new ArrayList<>();
    Path parent = Objects.requireNonNull(place.getParent());
    if (Files.isDirectory(parent)) {
      try (DirectoryStream<Path> all =
          Files.newDirectoryStream(parent, one -> one.getFileName().toString().startsWith(start))) {
        all.forEach(found::add);
      }
    }
    for (Path one : found) {
      Files.delete(one);
    }
    return !found.isEmpty();
  }

  /** The inputs the ingestor is to read still, in the order it reads them. */
  public synchronized List<InputReference> readable() {
    return waiting.keySet().stream()
        .filter(name -> !UNREAD.matcher(name).find())
        .filter(name -> Files.isRegularFile(root.resolve(name), LinkOption.NOFOLLOW_LINKS))
        .sorted(
            Comparator.comparing((String name) -> root.resolve(name).toFile().lastModified())
                .thenComparing(name -> name))
        .map(waiting::get)
        .toList();
  }

  /** Takes away what is still there, and counts it so. */
  public synchronized void clear(InputOutcome outcome) throws IOException {
    for (Map.Entry<String, InputReference> one : new ArrayList<>(waiting.entrySet())) {
      Files.deleteIfExists(root.resolve(one.getKey()));
      tally.count(one.getValue(), outcome);
    }
    waiting.clear();
  }
}
