package io.sightings.engine.model.fetch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Held by the one process that fetches into a cache. Ends with the process. */
final class CacheLock implements AutoCloseable {
  private static final String FILE = ".lock";
  private static final long RETRY_INTERVAL = TimeUnit.MILLISECONDS.toNanos(200);

  private final FileChannel channel;

  private CacheLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits until no other process or thread holds it.
   *
   * @param waiting called once, if it has to wait
   */
  static CacheLock of(Path folder, Runnable waiting) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      boolean told = false;
      while (tryLock(channel) == null) {
        if (!told) {
          waiting.run();
          told = true;
        }
        if (Thread.currentThread().isInterrupted()) {
          throw new IOException("interrupted while another process fetches models");
        }
        LockSupport.parkNanos(RETRY_INTERVAL);
      }
      return new CacheLock(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // a thread of this process
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
