package io.sightings.ingest;

import io.sightings.ingest.settings.IngestorSettings;
import java.util.concurrent.Semaphore;

/** How many files may be read at once; follows the settings. */
final class FilePermits extends Semaphore {
  private static final long serialVersionUID = 1L;
  private int parallel;

  FilePermits(IngestorSettings settings) {
    // Fair, so that no folder waits for ever.
    super(settings.files().parallel(), true);
    parallel = settings.files().parallel();
  }

  synchronized void apply(IngestorSettings settings) {
    int wanted = settings.files().parallel();
    if (wanted > parallel) {
      release(wanted - parallel);
    } else {
      reducePermits(parallel - wanted);
    }
    parallel = wanted;
  }
}
