package io.sightings.ingest.http.upload;

import io.sightings.ingest.http.answer.ProblemException;
import io.sightings.ingest.http.answer.ProblemKind;
import java.util.concurrent.Semaphore;

/** How many uploads are at work. Videos, which may take hours, leave half of it to pictures. */
final class UploadPermits {
  private final Semaphore all;
  private final Semaphore videos;

  UploadPermits(int parallel) {
    all = new Semaphore(parallel);
    videos = new Semaphore(Math.max(1, parallel / 2));
  }

  /**
   * @return what gives it back, to be called once
   * @throws ProblemException if there are too many already
   */
  Runnable image() throws ProblemException {
    take(all);
    return all::release;
  }

  /**
   * @return what gives it back, to be called once
   * @throws ProblemException if there are too many already
   */
  Runnable video() throws ProblemException {
    take(videos);
    try {
      take(all);
    } catch (ProblemException e) {
      videos.release();
      throw e;
    }
    return () -> {
      all.release();
      videos.release();
    };
  }

  private static void take(Semaphore permits) throws ProblemException {
    if (!permits.tryAcquire()) {
      throw new ProblemException(
          ProblemKind.BUSY, "As many uploads as server.parallel allows are at work.");
    }
  }
}
