package io.sightings.job.ask;

import io.sightings.job.track.Question;
import org.apache.flink.streaming.api.functions.async.ResultFuture;

/**
 * A question the stream waits for.
 *
 * @param result takes the answer
 */
record PendingQuestion(Question question, ResultFuture<Answer> result) {

  float quality() {
    return question.face().quality();
  }
}
