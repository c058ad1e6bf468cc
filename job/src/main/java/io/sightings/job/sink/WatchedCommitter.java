package io.sightings.job.sink;

import java.io.IOException;
import java.util.Collection;
import java.util.stream.Collectors;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what became of transactions whose commit Kafka refuses. Each job that is restored
 * commits once more what its checkpoint promised, and Kafka refuses what was committed already just
 * as it refuses what it has given up: the connector calls both failed. Here those committed already
 * are counted as such, so that what is counted as failed is lost.
 */
final class WatchedCommitter implements Committer<KafkaCommittable> {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedCommitter.class);

  private final Committer<KafkaCommittable> committer;
  private final TransactionFates fates;

  WatchedCommitter(Committer<KafkaCommittable> committer, TransactionFates fates) {
    this.committer = committer;
    this.fates = fates;
  }

  @Override
  public void commit(Collection<CommitRequest<KafkaCommittable>> requests)
      throws IOException, InterruptedException {
    committer.commit(requests.stream().map(Watched::new).collect(Collectors.toList()));
  }

  @Override
  public void close() throws Exception {
    committer.close();
  }

  private final class Watched implements CommitRequest<KafkaCommittable> {
    private final CommitRequest<KafkaCommittable> request;

    Watched(CommitRequest<KafkaCommittable> request) {
      this.request = request;
    }

    @Override
    public void signalFailedWithKnownReason(Throwable reason) {
      String id = getCommittable().getTransactionalId();
      switch (fates.of(getCommittable())) {
        case COMMITTED -> {
          LOG.info("Transaction {} was committed already: nothing is lost", id);
          request.signalAlreadyCommitted();
        }
        case LOST -> {
          LOG.error(
              "Transaction {} is lost: Kafka has given it up. What it held is not on the topic; "
                  + "`sightings audit DIR --republish` with the folder of the files puts it back",
              id);
          request.signalFailedWithKnownReason(reason);
        }
        case UNKNOWN -> {
          LOG.warn("What became of transaction {} is not known yet; it is committed again", id);
          request.retryLater();
        }
      }
    }

    @Override
    public KafkaCommittable getCommittable() {
      return request.getCommittable();
    }

    @Override
    public int getNumberOfRetries() {
      return request.getNumberOfRetries();
    }

    @Override
    public void signalFailedWithUnknownReason(Throwable reason) {
      if (reason instanceof InvalidPidMappingException) {
        // Brokers forget transactions after a week: a job restored from an older savepoint would
        // fail here for ever.
        signalFailedWithKnownReason(reason);
      } else {
        request.signalFailedWithUnknownReason(reason);
      }
    }

    @Override
    public void retryLater() {
      request.retryLater();
    }

    @Override
    public void updateAndRetryLater(KafkaCommittable committable) {
      request.updateAndRetryLater(committable);
    }

    @Override
    public void signalAlreadyCommitted() {
      request.signalAlreadyCommitted();
    }
  }
}
