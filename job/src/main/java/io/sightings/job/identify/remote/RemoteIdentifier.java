package io.sightings.job.identify.remote;

import io.sightings.job.detect.SeenFace;
import io.sightings.job.track.IdentifyRequest;
import java.io.Serializable;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.metrics.MetricGroup;

/**
 * An identification service. There is one implementation per vendor; the stages know this interface
 * only.
 */
public interface RemoteIdentifier extends AutoCloseable {

  /** Opens the service on a task manager; travels with the job graph. */
  interface Factory extends Serializable {
    RemoteIdentifier open();
  }

  /** How long a request may wait. */
  enum RequestPatience {
    /** A person who is there now: fails at once while the service is away. */
    FAIL_FAST,
    /**
     * The same, but waits while the service is away, because the visit may end before it is back.
     */
    WAIT_WHILE_AWAY,
    /** A recording or a photo: waits as long as the settings allow. */
    RECORDED
  }

  /**
   * Requests the identity of a face. The future never fails for a fault of the service: the outcome
   * says what happened.
   *
   * @param face the face to send, which may be an earlier one of the request's track
   * @param recheck whether the track is identified already, which makes the request less urgent
   */
  CompletableFuture<IdentifyResult> identify(
      IdentifyRequest request, SeenFace face, boolean recheck, RequestPatience patience);

  /** Registers what only this service counts. */
  void register(MetricGroup group);

  @Override
  void close();
}
