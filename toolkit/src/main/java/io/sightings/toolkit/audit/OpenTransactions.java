package io.sightings.toolkit.audit;

import io.sightings.toolkit.console.CommandFailure;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;

/** Open transactions: whether their records will be visible is not decided yet. */
public final class OpenTransactions {
  private static final Set<TransactionState> OPEN =
      EnumSet.of(
          TransactionState.ONGOING,
          TransactionState.PREPARE_COMMIT,
          TransactionState.PREPARE_ABORT);

  private OpenTransactions() {}

  /**
   * When the oldest one began that has written to a topic.
   *
   * @return the end of all time if there is none
   * @throws CommandFailure if the broker does not say
   */
  public static Instant oldest(Admin admin, String topic) {
    try {
      List<String> ids =
          admin
              .listTransactions(new ListTransactionsOptions().filterStates(OPEN))
              .all()
              .get()
              .stream()
              .map(TransactionListing::transactionalId)
              .toList();
      return admin.describeTransactions(ids).all().get().values().stream()
          .filter(one -> writesTo(one, topic) && one.transactionStartTimeMs().isPresent())
          .map(one -> Instant.ofEpochMilli(one.transactionStartTimeMs().getAsLong()))
          .min(Instant::compareTo)
          .orElse(Instant.MAX);
    } catch (ExecutionException e) {
      throw CommandFailure.environment(
          "The broker does not say which transactions are open: "
              + Objects.requireNonNull(e.getCause()).getMessage()
              + " Reading and describing transactional ids must be allowed.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.environment("Interrupted.", e);
    }
  }

  private static boolean writesTo(TransactionDescription transaction, String topic) {
    return transaction.topicPartitions().stream().anyMatch(p -> p.topic().equals(topic));
  }
}
