package io.sightings.job.sink;

import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Kafka says became of a transaction. */
final class TransactionFates {
  private static final Logger LOG = LoggerFactory.getLogger(TransactionFates.class);
  private static final int PATIENCE_MILLIS = 5000;

  /** How a transaction ended. */
  enum Fate {
    COMMITTED,
    /** Aborted or forgotten; or unknown for good, which an operator must learn. */
    LOST,
    /** The broker cannot be asked now. */
    UNKNOWN
  }

  private final Properties client;

  /**
   * @param client how to reach the broker
   */
  TransactionFates(Properties client) {
    this.client = new Properties();
    this.client.putAll(client);
    this.client.put("request.timeout.ms", PATIENCE_MILLIS);
    this.client.put("default.api.timeout.ms", PATIENCE_MILLIS);
  }

  /** Asks the broker; takes some seconds at most. */
  Fate of(KafkaCommittable committable) {
    String id = committable.getTransactionalId();
    // Asked perhaps once in a life: not worth a connection that is kept.
    try (Admin admin = Admin.create(client)) {
      return fate(committable, admin.describeTransactions(List.of(id)).description(id).get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RetriableException) {
        return Fate.UNKNOWN;
      }
      LOG.error("What became of transaction {} cannot be told", id, e.getCause());
      return Fate.LOST;
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /**
   * An id is used for one transaction; only a job restored from long ago uses it once more. The end
   * of a transaction raises the epoch by one (KIP-890), or not at all with older brokers. A client
   * that meets KIP-890 during its commit raises the epoch right after it, which leaves the id empty
   * and one epoch later; an abort by another client raises it twice.
   */
  private static Fate fate(KafkaCommittable committable, TransactionDescription now) {
    int later = now.producerEpoch() - committable.getEpoch();
    boolean committed =
        switch (now.state()) {
          case PREPARE_COMMIT, COMPLETE_COMMIT -> later == 0 || later == 1;
          case EMPTY -> later == 1;
          default -> false;
        };
    boolean same = now.producerId() == committable.getProducerId();
    return committed && same ? Fate.COMMITTED : Fate.LOST;
  }
}
