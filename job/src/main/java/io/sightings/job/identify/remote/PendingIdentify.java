package io.sightings.job.identify.remote;

import io.sightings.job.track.IdentifyRequest;
import org.apache.flink.streaming.api.functions.async.ResultFuture;

/**
 * A question the stream waits for.
 *
 * @param result takes the answer
 */
record PendingIdentify(IdentifyRequest question, ResultFuture<IdentifyResult> result) {

  float quality() {
    return question.face().quality();
  }
}
