package io.sightings.job.detect;

import io.sightings.contract.RejectReason;
import io.sightings.engine.ServiceDetection;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A service that finds the faces of whole pictures. There is one implementation per vendor. */
public interface RemoteDetector extends AutoCloseable {

  /** Opens the service on a task manager; travels with the job graph. */
  interface Factory extends Serializable {
    RemoteDetector open();
  }

  /**
   * What came of a request.
   *
   * @param faces largest first
   * @param rejection why the picture was not searched, or null if it was
   * @param text the same as a sentence; empty if it was
   */
  record Answer(List<ServiceDetection> faces, RejectReason rejection, String text) {}

  /**
   * @param live whether the frame shows what happens now: then no request waits while the service
   *     is away
   */
  CompletableFuture<Answer> detect(byte[] image, boolean live);

  @Override
  void close();
}
