package io.sightings.ingest.progress;

import io.sightings.contract.SourceInfo;
import io.sightings.contract.file.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs of one source: which are finished, and how far the others are. Progress that cannot be
 * read or written stops nothing, as repeated frames are recognised by their ids. Of one thread.
 */
public final class SourceProgress {
  private static final Logger LOG = LoggerFactory.getLogger(SourceProgress.class);
  private static final String FINISHED = "finished";
  private static final int FINISHED_RUNS = 10_000;

  /** Runs begun whose files were taken away before their ends. */
  private static final int BEGUN_RUNS = 1_000;

  private final Path folder;
  private final FinishedRuns finished;
  private final Consumer<String> trouble;
  private final ProgressPace pace;

  /** The log says it once, until it works again. */
  private boolean failing;

  private SourceProgress(Path folder, Consumer<String> trouble, ProgressPace pace) {
    this.folder = folder;
    this.finished = new FinishedRuns(folder.resolve(FINISHED), FINISHED_RUNS);
    this.trouble = trouble;
    this.pace = pace;
  }

  /**
   * Reads what is known of a source.
   *
   * @param state the ingestor's folder for such
   * @param trouble is told what goes wrong, in a sentence
   */
  public static SourceProgress open(Path state, SourceInfo source, Consumer<String> trouble) {
    Path folder = state.resolve("progress").resolve(source.id());
    SourceProgress progress =
        new SourceProgress(folder, trouble, new ProgressPace(System::nanoTime));
    progress.attempt(
        () -> {
          PrivateFiles.createFolder(folder);
          progress.finished.load();
          progress.prune();
        });
    return progress;
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
      tell(e);
      return Optional.empty();
    }
  }

  ProgressPace pace() {
    return pace;
  }

  void write(String key, ProgressMark mark, boolean lasting) {
    attempt(() -> AtomicFile.write(folder.resolve(key), mark.bytes(), lasting));
  }

  void finish(String key) {
    attempt(() -> finished.add(key, pace.isTimeToSync()));
  }

  void delete(String key) {
    attempt(() -> Files.deleteIfExists(folder.resolve(key)));
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

  private void attempt(FileWork work) {
    try {
      work.run();
      if (failing) {
        failing = false;
        LOG.info("Progress is kept again in {}", folder);
      }
    } catch (IOException e) {
      tell(e);
    }
  }

  private void tell(IOException e) {
    String text =
        "progress cannot be kept in %s (%s): mend that, as a restart would repeat frames"
            .formatted(folder, e);
    if (!failing) {
      failing = true;
      LOG.warn("{}", text);
    }
    trouble.accept(text);
  }
}
