package io.sightings.cli.demo;

import io.sightings.kafka.LocalBroker;
import io.sightings.kafka.TopicPlan;
import io.sightings.process.LocalRuntimeException;
import io.sightings.toolkit.console.CommandFailure;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Kafka broker that starts while other things do: it takes some seconds. */
final class AsyncBrokerStarter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AsyncBrokerStarter.class);

  private final CompletableFuture<LocalBroker> started;

  private AsyncBrokerStarter(CompletableFuture<LocalBroker> started) {
    this.started = started;
  }

  /**
   * @param partitions of each topic
   */
  static AsyncBrokerStarter begin(int partitions) {
    return new AsyncBrokerStarter(CompletableFuture.supplyAsync(() -> start(partitions)));
  }

  private static LocalBroker start(int partitions) {
    LocalBroker broker = LocalBroker.start();
    try {
      broker.createTopics(TopicPlan.all(partitions));
      return broker;
    } catch (RuntimeException e) {
      broker.close();
      throw e;
    }
  }

  /** Waits until it is up and has its topics. */
  LocalBroker get() {
    try {
      return started.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof LocalRuntimeException unavailable) {
        throw CommandFailure.environment(unavailable.getMessage(), unavailable);
      }
      throw e;
    }
  }

  @Override
  public void close() {
    try {
      started.join().close();
    } catch (CompletionException e) {
      LOG.info("There is no broker to stop: it did not start", e);
    }
  }
}
