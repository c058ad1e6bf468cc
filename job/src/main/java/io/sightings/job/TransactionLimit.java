package io.sightings.job;

import io.sightings.contract.settings.SettingsException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the broker allows transactions as long as the job's. Where it does not, the job would
 * start again and again, and say why only in its log.
 */
final class TransactionLimit {
  private static final Logger LOG = LoggerFactory.getLogger(TransactionLimit.class);
  private static final String LIMIT = "transaction.max.timeout.ms";

  private TransactionLimit() {}

  /**
   * @param wanted the job's kafka.transactionTimeout
   * @throws SettingsException if the broker allows less
   * @throws ExecutionException if it does not answer
   */
  static void check(Admin admin, Duration wanted) throws ExecutionException, InterruptedException {
    String broker = admin.describeCluster().nodes().get().iterator().next().idString();
    Duration most;
    try {
      most = limit(admin, new ConfigResource(ConfigResource.Type.BROKER, broker));
    } catch (ExecutionException e) {
      // A principal without the right to read the broker's settings may run a job all the same.
      LOG.warn("{} of the broker is not known: {}", LIMIT, e.getCause().getMessage());
      return;
    }
    if (wanted.compareTo(most) > 0) {
      throw new SettingsException(
          "kafka.transactionTimeout is %d s, but the broker allows %d s (%s): raise that, or lower the setting"
              .formatted(wanted.toSeconds(), most.toSeconds(), LIMIT));
    }
  }

  private static Duration limit(Admin admin, ConfigResource broker)
      throws ExecutionException, InterruptedException {
    String millis =
        admin.describeConfigs(List.of(broker)).all().get().get(broker).get(LIMIT).value();
    return Duration.ofMillis(Long.parseLong(millis));
  }
}
