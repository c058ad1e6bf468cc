package io.sightings.job.sink;

import org.apache.flink.api.connector.sink2.Committer.CommitRequest;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;

/** Remembers what a committer says of a request; Flink takes silence for success. */
final class RecordedRequest implements CommitRequest<KafkaCommittable> {
  private final KafkaCommittable committable;
  private String said = "not said otherwise";

  RecordedRequest(KafkaCommittable committable) {
    this.committable = committable;
  }

  String said() {
    return said;
  }

  @Override
  public KafkaCommittable getCommittable() {
    return committable;
  }

  @Override
  public int getNumberOfRetries() {
    return 0;
  }

  @Override
  public void signalFailedWithKnownReason(Throwable reason) {
    said = "failed";
  }

  @Override
  public void signalFailedWithUnknownReason(Throwable reason) {
    throw new AssertionError("the job would start again", reason);
  }

  @Override
  public void retryLater() {
    said = "tried again";
  }

  @Override
  public void updateAndRetryLater(KafkaCommittable other) {
    said = "tried again";
  }

  @Override
  public void signalAlreadyCommitted() {
    said = "already committed";
  }
}
