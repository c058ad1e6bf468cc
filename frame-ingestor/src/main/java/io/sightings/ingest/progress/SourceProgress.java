package io.sightings.ingest.progress;

import io.sightings.contract.SourceInfo;
import io.sightings.contract.file.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs of one source: which are finished, and how far the others are. Progress that cannot be
 * read or written stops nothing, as repeated frames are recognised by their ids. A write that
 * failed is tried again with the next one, and by {@link #recheck}. Of one thread.
 */
public final class SourceProgress {
  private static final Logger LOG = LoggerFactory.getLogger(SourceProgress.class);
  private static final String FINISHED = "finished";
  private static final String FOLDER = "folder";
  private static final int FINISHED_RUNS = 10_000;

  /** Runs begun whose files were taken away before their ends. */
  private static final int BEGUN_RUNS = 1_000;

  /** Failed writes that are tried again; the frames of further ones are repeated by a restart. */
  private static final int MAX_FAILED = 1_000;

  private final Path folder;
  private final boolean recorded;
  private final FinishedRuns finished;
  private final Consumer<String> trouble;
  private final Consumer<String> recovery;
  private final ProgressPace pace;

  /** What failed last, by what it reads or writes, in the order of the failures. */
  private final Map<String, FileWork> failed = new LinkedHashMap<>();

  /** The last trouble; empty where all is kept. */
  private String fault = "";

  private SourceProgress(
      Path folder, boolean recorded, Consumer<String> trouble, Consumer<String> recovery) {
    this.folder = folder;
    this.recorded = recorded;
    this.finished = new FinishedRuns(folder.resolve(FINISHED), FINISHED_RUNS);
    this.trouble = trouble;
    this.recovery = recovery;
    this.pace = new ProgressPace(System::nanoTime);
  }

  /**
   * Reads what is known of a source.
   *
   * @param state the ingestor's folder for such
   * @param trouble receives what goes wrong, in a sentence
   * @param recovery receives the last such sentence when it is true no longer
   */
  public static SourceProgress open(
      Path state, SourceInfo source, Consumer<String> trouble, Consumer<String> recovery) {
    Path folder = state.resolve("progress").resolve(source.id());
    SourceProgress progress = new SourceProgress(folder, true, trouble, recovery);
    progress.attempt(
        FOLDER,
        () -> {
          PrivateFiles.createFolder(folder);
          progress.finished.load();
          progress.prune();
        });
    return progress;
  }

  /** Of a source whose progress is not kept: its runs start at their first frames. */
  public static SourceProgress unrecorded() {
    return new SourceProgress(Path.of(""), false, trouble -> {}, recovery -> {});
  }

  /** A run of what is always the same, whenever and however often it is read. */
  public RunProgress run(String epoch) {
    if (finished.contains(epoch)) {
      return new RunProgress(this, epoch, new ProgressMark(epoch, 0, true), false);
    }
    return new RunProgress(
        this, epoch, read(epoch).orElse(new ProgressMark(epoch, 0, false)), true);
  }

  /**
   * A run that is new each time, unless the last one did not come to its end.
   *
   * @param key names what is read, and this copy of it
   * @param fresh names the run if it is a new one
   */
  public RunProgress runAnew(String key, String fresh) {
    return new RunProgress(this, key, read(key).orElse(new ProgressMark(fresh, 0, false)), false);
  }

  private Optional<ProgressMark> read(String key) {
    if (!recorded) {
      return Optional.empty();
    }
    Path file = folder.resolve(key);
    try {
      Optional<ProgressMark> mark = ProgressMark.of(Files.readAllBytes(file));
      if (mark.isEmpty()) {
        LOG.warn(
            "{} is torn or none of ours and is ignored: the run starts again, and frames that have"
                + " arrived are recognised",
            file);
      }
      return mark;
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException e) {
      fail(
          key,
          () -> {
            if (Files.exists(file)) {
              Files.readAllBytes(file);
            }
          },
          e);
      return Optional.empty();
    }
  }

  ProgressPace pace() {
    return pace;
  }

  void write(String key, ProgressMark mark, boolean lasting) {
    attempt(key, () -> AtomicFile.write(folder.resolve(key), mark.bytes(), lasting));
  }

  void finish(String key) {
    attempt(FINISHED + " " + key, () -> finished.add(key, pace.isTimeToSync()));
  }

  void delete(String key) {
    attempt(key, () -> Files.deleteIfExists(folder.resolve(key)));
  }

  private void prune() throws IOException {
    List<Path> begun;
    try (Stream<Path> all = Files.list(folder)) {
      begun = all.filter(file -> !file.endsWith(FINISHED)).toList();
    }
    if (begun.size() > BEGUN_RUNS) {
      for (Path old : oldest(begun, begun.size() - BEGUN_RUNS)) {
        Files.delete(old);
      }
    }
  }

  private static List<Path> oldest(List<Path> files, int count) throws IOException {
    try {
      return files.stream().sorted(Comparator.comparing(SourceProgress::age)).limit(count).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static long age(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface FileWork {
    void run() throws IOException;
  }

  private void attempt(String what, FileWork work) {
    if (!recorded) {
      return;
    }
    try {
      work.run();
      failed.remove(what);
    } catch (IOException e) {
      fail(what, work, e);
      return;
    }
    recheck();
  }

  /**
   * Tries again what failed, up to the next failure.
   *
   * @return whether all progress is kept now
   */
  public boolean recheck() {
    while (!failed.isEmpty()) {
      Map.Entry<String, FileWork> first = failed.entrySet().iterator().next();
      try {
        first.getValue().run();
      } catch (IOException e) {
        fail(first.getKey(), first.getValue(), e);
        return false;
      }
      failed.remove(first.getKey());
    }
    if (!fault.isEmpty()) {
      LOG.info("Progress is kept again in {}", folder);
      recovery.accept(fault);
      fault = "";
    }
    return true;
  }

  private void fail(String what, FileWork work, IOException e) {
    if (failed.size() < MAX_FAILED || failed.containsKey(what)) {
      failed.put(what, work);
    }
    String text =
        "progress cannot be kept in %s (%s): mend that, as a restart would repeat frames"
            .formatted(folder, e);
    if (fault.isEmpty()) {
      LOG.warn("{}", text);
    }
    fault = text;
    trouble.accept(text);
  }
}
