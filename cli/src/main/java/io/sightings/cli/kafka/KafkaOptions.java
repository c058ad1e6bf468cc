package io.sightings.cli.kafka;

import picocli.CommandLine.Option;

/** Which broker a command talks to. */
public final class KafkaOptions {

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      defaultValue = "${env:SIGHTINGS_KAFKA_BOOTSTRAP:-localhost:9092}",
      description =
          "The Kafka broker, or several with commas between them; default is"
              + " $SIGHTINGS_KAFKA_BOOTSTRAP, else localhost:9092.")
  private String bootstrap;

  /** The broker named, after it has answered. */
  public Broker broker() {
    Broker broker = new Broker(bootstrap);
    broker.requireAnswer();
    return broker;
  }
}
