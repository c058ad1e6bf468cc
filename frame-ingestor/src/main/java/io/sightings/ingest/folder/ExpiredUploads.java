package io.sightings.ingest.folder;

import io.sightings.ingest.settings.FolderSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes uploads of one source that are not read: those that broke off, and those that were
 * rejected, each with its reason, after a while or beyond a number of bytes, the oldest first. They
 * are pictures of people without an owner, whereas the rejected files of a watched folder belong to
 * its user and stay.
 */
public final class ExpiredUploads {
  private static final Logger LOG = LoggerFactory.getLogger(ExpiredUploads.class);

  /** What a file takes on a disk at least, so that empty files are bounded as well. */
  private static final long MIN_BYTES = 4096;

  private static final Duration PARTIAL_FOR = Duration.ofDays(1);

  private final Path uploads;
  private final Path folder;
  private final FolderSettings settings;

  /**
   * @param uploads the folder of an upload source
   */
  public ExpiredUploads(Path uploads, FolderSettings settings) {
    this.uploads = uploads;
    this.folder = uploads.resolve(WatchedFolder.REJECTED);
    this.settings = settings;
  }

  /**
   * A rejected upload.
   *
   * @param since when it was rejected
   */
  private record Rejected(Path file, Instant since, long bytes) {

    static Rejected of(Path file) throws IOException {
      Path reason = WatchedFolder.reason(file);
      Path dated = Files.exists(reason) ? reason : file;
      return new Rejected(
          file,
          Files.getLastModifiedTime(dated).toInstant(),
          Math.max(MIN_BYTES, Files.size(file)));
    }
  }

  /**
   * Deletes what is too old or too much.
   *
   * @return how many were deleted
   * @throws IOException if that fails; what was deleted until then is gone
   */
  public int deleteRejected() throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    List<Rejected> all = oldestFirst();
    long bytes = all.stream().mapToLong(Rejected::bytes).sum();
    Instant limit = Instant.now().minus(settings.rejectedFor());
    int deleted = 0;
    for (Rejected one : all) {
      boolean old = one.since().isBefore(limit);
      if (!old && bytes <= settings.rejectedBytes()) {
        break;
      }
      delete(one.file());
      bytes -= one.bytes();
      deleted++;
      LOG.info(
          "{} is deleted: {}",
          one.file(),
          old ? "older than folders.rejectedFor" : "more than" + " folders.rejectedBytes");
    }
    return deleted;
  }

  private List<Rejected> oldestFirst() throws IOException {
    List<Rejected> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(ExpiredUploads::isUpload).toList()) {
        try {
          found.add(Rejected.of(file));
        } catch (NoSuchFileException gone) {
          LOG.debug("{} was taken away", file, gone);
        }
      }
    }
    found.sort(Comparator.comparing(Rejected::since));
    return found;
  }

  /** A note counts as an upload where the upload itself is gone. */
  private static boolean isUpload(Path file) {
    return Files.isRegularFile(file)
        && WatchedFolder.noted(file).map(noted -> !Files.exists(noted)).orElse(true);
  }

  /** The notes go last: a file that is still there has its reason. */
  private static void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(WatchedFolder.start(file));
    Files.deleteIfExists(WatchedFolder.reason(file));
  }

  /** Deletes what broken uploads left: files that have not changed for a day and are not read. */
  void deletePartial() throws IOException {
    List<Path> old;
    try (Stream<Path> all = Files.list(uploads)) {
      old = all.filter(Files::isRegularFile).filter(ExpiredUploads::isLeftover).toList();
    }
    Instant limit = Instant.now().minus(PARTIAL_FOR);
    for (Path file : old) {
      if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
        Files.delete(file);
      }
    }
  }

  /** An unfinished file, or the time of a file that is not there. */
  private static boolean isLeftover(Path file) {
    return FolderScan.isUnfinished(file)
        || WatchedFolder.startedBy(file).map(video -> !Files.exists(video)).orElse(false);
  }
}
