package io.sightings.faults.hostile.send;

import io.sightings.faults.hostile.input.HostileInput.HostileFile;
import io.sightings.faults.hostile.input.HostileInputGenerator.Planned;
import io.sightings.faults.hostile.watch.InputOutcome;
import io.sightings.faults.hostile.watch.InputOutcomeCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Drops files and other things into a watched folder. */
public final class FileSender implements InputSender {
  private static final int PIPE_SECONDS = 5;

  private final WatchedFolderOutcomes folder;
  private final Path target;
  private final InputOutcomeCounts tally;

  /**
   * @param target what links lead to
   */
  public FileSender(WatchedFolderOutcomes folder, Path target, InputOutcomeCounts tally) {
    this.folder = folder;
    this.target = target;
    this.tally = tally;
  }

  @Override
  public void send(List<Planned> inputs) throws InterruptedException {
    for (Planned planned : inputs) {
      HostileFile input = (HostileFile) planned.input();
      folder.put(input.name(), planned.mark());
      try {
        make(input);
      } catch (IOException | InvalidPathException e) {
        folder.forget(input.name());
        tally.count(planned.mark(), InputOutcome.UNSENT);
      }
    }
  }

  private void make(HostileFile input) throws IOException, InterruptedException {
    Path path = folder.root().resolve(input.name());
    Files.createDirectories(path.getParent());
    switch (input.form()) {
      case REGULAR -> Files.write(path, input.content());
      case LINK -> Files.createSymbolicLink(path, target);
      case LOOP -> Files.createSymbolicLink(path, path.getParent());
      case FOLDER -> Files.createDirectory(path);
      case PIPE -> pipe(path);
    }
  }

  private static void pipe(Path path) throws IOException, InterruptedException {
    Process made = new ProcessBuilder("mkfifo", path.toString()).start();
    if (!made.waitFor(PIPE_SECONDS, TimeUnit.SECONDS) || made.exitValue() != 0) {
      throw new IOException("no pipe can be made at " + path);
    }
  }

  @Override
  public void close() {
    // It holds nothing.
  }
}
