package io.sightings.ingest.folder;

import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.contract.file.PrivateFiles;
import io.sightings.contract.retry.RetryBackoff;
import io.sightings.ingest.journal.ReadingJournal;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.monitor.UnexpectedErrors;
import io.sightings.ingest.progress.SourceProgress;
import io.sightings.ingest.publish.ProducerShare;
import io.sightings.ingest.service.RunningSource;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.ingest.source.FileSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A watched folder, or the folder of an upload source: each photo and video in it is read once,
 * when it is complete, and then put away. It is looked into time and again, as the system's own
 * notifications do not work on network drives.
 */
public final class FolderWatch implements RunningSource {
  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

  /** A folder of many rejected files is not listed with each scan. */
  private static final Duration EXPIRY_INTERVAL = Duration.ofSeconds(10);

  private final SourceSettings source;
  private final IngestorSettings settings;
  private final SourceMonitor monitor;
  private final InterruptiblePause pauses = new InterruptiblePause();
  private final FileReader reader;
  private final SourceWorker worker;
  private final Path named;
  private final StableFileFilter settling;
  private final RejectedUploads rejected;
  private long nextExpiry = System.nanoTime();
  private final Set<String> told = new HashSet<>();

  /**
   * @param lane to Kafka, with all the patience files have
   * @param files bounds how many files are read at once, over all sources
   * @param journal knows each file while it is read
   */
  public FolderWatch(
      SourceSettings source,
      IngestorSettings settings,
      ProducerShare lane,
      SourceMonitor monitor,
      Semaphore files,
      ReadingJournal journal) {
    this.source = source;
    this.settings = settings;
    this.monitor = monitor;
    reader = new FileReader(lane, monitor, files, settings.files().again(), pauses, journal);
    worker = new SourceWorker(monitor, this::work);
    named = source.upload() ? uploads(settings, source.id()) : Path.of(source.watch());
    rejected = new RejectedUploads(named, settings.folders());
    settling = new StableFileFilter(source.upload() ? Duration.ZERO : settings.folders().settle());
  }

  /**
   * The folder of an upload source. A file in it is complete when it is there, so that it has to be
   * written under a hidden name and renamed; its capture time, if there is one, is there before it.
   */
  public static Path uploads(IngestorSettings settings, String id) {
    return Path.of(settings.state()).resolve("uploads").resolve(id);
  }

  @Override
  public void start() {
    monitor.is(SourceState.IDLE);
    worker.start();
  }

  @Override
  public void retry() {
    pauses.retry();
  }

  @Override
  public void close() {
    worker.close();
  }

  private void work() throws InterruptedException {
    // Both kinds have the same id, and that is all that counts here.
    SourceInfo info = SourceInfo.of(source.id(), SourceKind.VIDEO);
    FileSources sources = new FileSources(settings.withFiles(settings.files().withAgain(false)));
    SourceProgress progress =
        SourceProgress.open(Path.of(settings.state()), info, monitor::error, monitor::errorEnded);
    FileIntake intake = new FileIntake(source, sources, reader, progress, monitor, pauses);
    UnexpectedErrors unexpected = new UnexpectedErrors(LOG, monitor);
    RetryBackoff backoff = FileReader.backoff();
    while (true) {
      Duration pause = settings.folders().scan();
      try {
        progress.recheck();
        pause = pass(intake, pause);
        backoff.reset();
      } catch (IOException e) {
        fails(e);
      } catch (RuntimeException e) {
        unexpected.tell("looking into the folder failed", e);
        fails(e);
        pause = backoff.next();
      }
      pauses.rest(pause);
    }
  }

  private void fails(@Nullable Exception e) {
    monitor.is(SourceState.WAITING);
    tell(List.of("the folder cannot be read: " + FileErrors.text(e)));
  }

  /**
   * Looks into the folder and reads what is complete, until it is time to look again.
   *
   * @return the pause before that
   */
  private Duration pass(FileIntake intake, Duration interval)
      throws IOException, InterruptedException {
    long from = System.nanoTime();
    WatchedFolder folder = folder();
    if (folder.uploads()) {
      PartialUploads.delete(folder);
      expire(from);
    }
    FolderScan scan = FolderScan.of(folder);
    long to = System.nanoTime();
    tell(scan.faults());
    intake.keep(scan.files());
    // A large folder on a slow drive takes long: no more than half of the time is for looking.
    long pause = Math.max(interval.toNanos(), to - from);
    for (FoundFile file : settling.complete(scan.files(), from, to)) {
      intake.take(folder, file);
      if (System.nanoTime() - to > pause) {
        return Duration.ZERO;
      }
    }
    monitor.is(SourceState.IDLE);
    return Duration.ofNanos(pause);
  }

  private void expire(long now) throws IOException {
    if (now - nextExpiry >= 0) {
      nextExpiry = now + EXPIRY_INTERVAL.toNanos();
      monitor.expired(rejected.expire());
    }
  }

  private WatchedFolder folder() throws IOException {
    if (source.upload()) {
      PrivateFiles.createFolder(named);
    }
    Path state = Path.of(settings.state());
    PrivateFiles.createFolder(state);
    Path root = named.toRealPath();
    if (!Files.isDirectory(root)) {
      throw new NotDirectoryException(named.toString());
    }
    return new WatchedFolder(root, state.toRealPath(), source.upload());
  }

  /** Says each fault once, for as long as it lasts. */
  private void tell(List<String> faults) {
    told.retainAll(faults);
    for (String fault : faults) {
      if (told.add(fault)) {
        monitor.error(fault);
        LOG.warn("{}: {}", monitor.id(), fault);
      }
    }
  }
}
