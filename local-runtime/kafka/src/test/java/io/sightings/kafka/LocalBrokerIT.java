package io.sightings.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.process.LocalRuntimeException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerIT {
  private static final int EIGHT_MIB = 8 << 20;

  @TempDir Path dir;

  @Test
  void aFrameOfEightMebibytesOutlivesTheKillOfTheBroker() throws Exception {
    byte[] image = new byte[EIGHT_MIB];
    new Random(7).nextBytes(image);
    try (LocalBroker broker = LocalBroker.start(dir)) {
      broker.createTopics(TopicPlan.all(2));
      send(broker, image);

      broker.kill();
      broker.restart();

      assertThat(first(broker).value()).isEqualTo(image);
    }
  }

  @Test
  void aBrokerStartedInTheFolderOfAnEarlierOneHasItsTopics() throws Exception {
    byte[] image = {1, 2, 3};
    try (LocalBroker earlier = LocalBroker.start(dir)) {
      earlier.createTopics(TopicPlan.all(2));
      send(earlier, image);
    }

    try (LocalBroker later = LocalBroker.start(dir)) {
      assertThat(first(later).value()).isEqualTo(image);
    }
  }

  @Test
  void theBrokerEndsWhenItsParentIsKilled() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process parent =
        new ProcessBuilder(
                java,
                "-Dsightings.broker.lib=" + System.getProperty("sightings.broker.lib"),
                "-cp",
                System.getProperty("java.class.path"),
                BrokerParent.class.getName(),
                dir.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    ProcessHandle broker = ProcessHandle.of(pidPrintedBy(parent)).orElseThrow();

    parent.destroyForcibly();

    broker.onExit().get(20, TimeUnit.SECONDS);
    assertThat(broker.isAlive()).isFalse();
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> LocalBroker.start(dir, port))
          .isInstanceOf(LocalRuntimeException.class)
          .hasMessageContaining("port " + port + " is taken");
    }
  }

  @Test
  void aTemporaryBrokerLeavesNothingBehind() {
    Path log;
    try (LocalBroker broker = LocalBroker.start()) {
      log = broker.log();
      assertThat(log).exists();
    }
    assertThat(log.getParent()).matches(Files::notExists, "is gone");
  }

  private static long pidPrintedBy(Process parent) throws Exception {
    try (var lines = parent.inputReader()) {
      return lines.lines().filter(l -> l.startsWith("broker=")).findFirst().stream()
          .mapToLong(l -> Long.parseLong(l.substring("broker=".length())))
          .findFirst()
          .orElseThrow();
    }
  }

  private static void send(LocalBroker broker, byte[] image) throws Exception {
    Map<String, Object> config =
        Map.of("bootstrap.servers", broker.bootstrap(), "max.request.size", 9 << 20);
    try (var producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>("frames", 0, new byte[] {1}, image)).get();
    }
  }

  private static ConsumerRecord<byte[], byte[]> first(LocalBroker broker) {
    Map<String, Object> config =
        Map.of("bootstrap.servers", broker.bootstrap(), "auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(new TopicPartition("frames", 0)));
      for (int i = 0; i < 100; i++) {
        for (ConsumerRecord<byte[], byte[]> found : consumer.poll(Duration.ofMillis(200))) {
          return found;
        }
      }
    }
    throw new AssertionError("no record in 20 s");
  }

  /** A process that starts a broker and waits to be killed. */
  static final class BrokerParent {
    public static void main(String[] args) throws Exception {
      LocalBroker broker = LocalBroker.start(Path.of(args[0]));
      System.out.println("broker=" + broker.pid());
      Thread.currentThread().join();
    }
  }
}
