package io.sightings.cli.kafka;

import io.sightings.toolkit.topics.KafkaAccess;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which broker a command talks to, and how. */
public final class KafkaOptions {

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description =
          "The Kafka broker, or several with commas between them; default is kafka.bootstrap of"
              + " --kafka-config, $SIGHTINGS_KAFKA_BOOTSTRAP, else localhost:9092.")
  private String bootstrap;

  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      description =
          "Settings with a block kafka (bootstrap, security, properties), such as those of the job"
              + " or the ingestor; all else in them is left alone. Without it, variables such as"
              + " $SIGHTINGS_KAFKA_SECURITY_PROTOCOL count.")
  private Path config;

  /** The broker named, after it has answered. */
  public KafkaAccess broker() {
    KafkaAccess broker = KafkaClientSettings.broker(config, bootstrap);
    broker.requireAnswer();
    return broker;
  }
}
