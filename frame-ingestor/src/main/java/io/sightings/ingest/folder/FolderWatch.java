package io.sightings.ingest.folder;

import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.contract.file.PrivateFiles;
import io.sightings.contract.retry.RetryBackoff;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.monitor.UnexpectedErrors;
import io.sightings.ingest.progress.SourceProgress;
import io.sightings.ingest.reading.FileErrorMessages;
import io.sightings.ingest.reading.FileReadContext;
import io.sightings.ingest.reading.FileSourceWorker;
import io.sightings.ingest.reading.FrameSourceReader;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A watched folder, or the folder of an upload source: each photo and video in it is read once,
 * when it is complete, and then put away. It is looked into time and again, as the system's own
 * notifications do not work on network drives.
 */
public final class FolderWatch extends FileSourceWorker {
  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

  /** A folder of many rejected files is not listed with each scan. */
  private static final Duration EXPIRY_INTERVAL = Duration.ofSeconds(10);

  private final SourceSettings source;
  private final IngestorSettings settings;
  private final FrameSourceReader reader;
  private final Path named;
  private final StableFileFilter settling;
  private final ExpiredUploads expired;
  private long nextExpiry = System.nanoTime();
  private final Set<String> told = new HashSet<>();

  public FolderWatch(
      SourceSettings source,
      IngestorSettings settings,
      SourceMonitor monitor,
      FileReadContext context) {
    super(monitor);
    this.source = source;
    this.settings = settings;
    reader = new FrameSourceReader(context, monitor, settings.files().again(), pauses);
    named = source.upload() ? uploads(settings, source.id()) : Path.of(source.watch());
    expired = new ExpiredUploads(named, settings.folders());
    settling = new StableFileFilter(source.upload() ? Duration.ZERO : settings.folders().settle());
  }

  /**
   * The folder of an upload source. A file in it is complete when it is there, so that it has to be
   * written under a hidden name and renamed; its capture time, if there is one, is there before it.
   */
  public static Path uploads(IngestorSettings settings, String id) {
    return uploads(settings).resolve(id);
  }

  /** Where the folders of all upload sources are. */
  public static Path uploads(IngestorSettings settings) {
    return Path.of(settings.state()).resolve("uploads");
  }

  @Override
  protected void work() throws InterruptedException {
    // Both kinds have the same id, and that is all that counts here.
    SourceInfo info = SourceInfo.of(source.id(), SourceKind.VIDEO);
    FileSources sources = new FileSources(settings);
    SourceProgress progress =
        SourceProgress.open(Path.of(settings.state()), info, monitor::error, monitor::errorEnded);
    FileIntake intake = new FileIntake(source, sources, reader, progress, monitor, pauses);
    UnexpectedErrors unexpected = new UnexpectedErrors(LOG, monitor);
    RetryBackoff backoff = FrameSourceReader.backoff();
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

  private void fails(Exception e) {
    tell(List.of("the folder cannot be read: " + FileErrorMessages.text(e)));
    monitor.is(SourceState.WAITING);
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
      expired.deletePartial();
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
      monitor.expired(expired.deleteRejected());
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
