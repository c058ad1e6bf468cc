package io.sightings.job;

import io.sightings.kafka.LocalBroker;
import io.sightings.kafka.TopicPlan;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** A real broker: in a container where Docker is there, in a forked JVM everywhere else. */
public record TestKafka(String bootstrap, AutoCloseable broker) implements AutoCloseable {
  private static final String IMAGE = "apache/kafka:4.1.0";

  public static TestKafka start() {
    if (DockerClientFactory.instance().isDockerAvailable()) {
      KafkaContainer container =
          new KafkaContainer(IMAGE)
              .withEnv("KAFKA_MESSAGE_MAX_BYTES", String.valueOf(TopicPlan.MAX_MESSAGE_BYTES));
      container.start();
      System.out.println("Kafka: a container of " + IMAGE);
      return new TestKafka(container.getBootstrapServers(), container);
    }
    LocalBroker forked = LocalBroker.start();
    System.out.println("Kafka: a forked JVM, because Docker is not available");
    return new TestKafka(forked.bootstrap(), forked);
  }

  public void createTopics(List<TopicPlan> plans) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      admin
          .createTopics(
              plans.stream()
                  .map(
                      plan ->
                          new NewTopic(plan.name(), plan.partitions(), (short) 1)
                              .configs(plan.configs()))
                  .toList())
          .all()
          .get();
    }
  }

  @Override
  public void close() throws Exception {
    broker.close();
  }
}
