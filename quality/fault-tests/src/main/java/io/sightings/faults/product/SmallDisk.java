package io.sightings.faults.product;

import io.sightings.process.LocalRuntimeException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A file system of its own in memory, which can be filled to its last byte and emptied. To mount it
 * takes root on Linux.
 */
public final class SmallDisk implements AutoCloseable {
  private static final int REFILL_MILLIS = 100;
  private static final int COMMAND_SECONDS = 30;
  private static final byte[] BLOCK = new byte[1 << 16];

  private final Path folder;
  private final ScheduledExecutorService filler = Executors.newSingleThreadScheduledExecutor();
  private boolean full;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /**
   * @param folder becomes the root of the file system; created where it is missing
   * @throws LocalRuntimeException if it cannot be mounted
   */
  public static SmallDisk mount(Path folder, int megabytes) throws IOException {
    Files.createDirectories(folder);
    run("mount", "-t", "tmpfs", "-o", "mode=700,size=" + megabytes + "m", "tmpfs", folder);
    return new SmallDisk(folder);
  }

  private static void run(Object... words) throws IOException {
    String[] command = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      command[i] = words[i].toString();
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String said = new String(process.getInputStream().readAllBytes()).strip();
      if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new LocalRuntimeException(String.join(" ", command) + ": " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalRuntimeException("interrupted while " + command[0] + " was running", e);
    }
  }

  /** Fills it, and whatever becomes free on it, until it is freed. */
  public synchronized void fill() {
    full = true;
    refill();
    filler.scheduleWithFixedDelay(
        this::refill, REFILL_MILLIS, REFILL_MILLIS, TimeUnit.MILLISECONDS);
  }

  private synchronized void refill() {
    if (!full) {
      return;
    }
    for (int size = BLOCK.length; size > 0; size /= 16) {
      append(size);
    }
  }

  private void append(int size) {
    try (FileOutputStream out = new FileOutputStream(ballast().toFile(), true)) {
      while (true) {
        out.write(BLOCK, 0, size);
      }
    } catch (IOException noSpaceLeft) {
      // That is how it is known to be full.
      return;
    }
  }

  private Path ballast() {
    return folder.resolve(".ballast");
  }

  /** Gives the space back. */
  public synchronized void free() throws IOException {
    full = false;
    Files.deleteIfExists(ballast());
  }

  @Override
  public void close() throws IOException {
    filler.shutdownNow();
    run("umount", "-l", folder);
  }
}
