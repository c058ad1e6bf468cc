package io.sightings.job.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.job.TestKafka;
import io.sightings.kafka.TopicPlan;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.flink.connector.kafka.sink.internal.FlinkKafkaInternalProducer;
import org.apache.flink.connector.kafka.sink.internal.KafkaCommitter;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What a restored job finds of the transactions of the job before. */
class WatchedCommitterIT {
  private static TestKafka broker;

  private String id;
  private FlinkKafkaInternalProducer<byte[], byte[]> before;
  private WatchedCommitter committer;

  @BeforeAll
  static void start() throws Exception {
    broker = TestKafka.start();
    broker.createTopics(List.of(new TopicPlan("sightings", 1, Map.of())));
  }

  @AfterAll
  static void stop() throws Exception {
    broker.close();
  }

  @BeforeEach
  void write(TestInfo test) {
    id = test.getTestMethod().orElseThrow().getName();
    before = new FlinkKafkaInternalProducer<>(producer(), id);
    before.initTransactions();
    before.beginTransaction();
    before.send(new ProducerRecord<>("sightings", "a visit".getBytes(UTF_8)));
    before.flush();
    committer = committer(broker.bootstrap());
  }

  @AfterEach
  void close() throws Exception {
    before.close();
    committer.close();
  }

  @Test
  void aPromisedTransactionIsCommitted() throws Exception {
    KafkaCommittable promised = restored(before);

    assertThat(commit(promised)).isEqualTo("not said otherwise");
    assertThat(new TransactionFates(client(broker.bootstrap())).of(promised))
        .isEqualTo(TransactionFates.Fate.COMMITTED);
  }

  @Test
  void whatWasCommittedAlreadyIsNoLoss() throws Exception {
    KafkaCommittable promised = restored(before);
    before.commitTransaction();

    assertThat(commit(promised)).isEqualTo("already committed");
    assertThat(commit(promised)).as("however often").isEqualTo("already committed");
  }

  @Test
  void whatTheBrokerHasGivenUpIsLost() throws Exception {
    KafkaCommittable promised = restored(before);
    // As the broker does when the time of a transaction is over.
    abortByAnother();

    assertThat(commit(promised)).isEqualTo("failed");
  }

  @Test
  void anIdThatSomebodyElseHasUsedSinceTellsNothingOfThisTransaction() throws Exception {
    KafkaCommittable promised = restored(before);
    before.abortTransaction();
    try (FlinkKafkaInternalProducer<byte[], byte[]> other =
        new FlinkKafkaInternalProducer<>(producer(), id)) {
      other.initTransactions();
      other.beginTransaction();
      other.send(new ProducerRecord<>("sightings", "another visit".getBytes(UTF_8)));
      other.commitTransaction();
    }

    assertThat(commit(promised)).isEqualTo("failed");
  }

  @Test
  void whatTheBrokerHasForgottenIsLost() throws Exception {
    KafkaCommittable unheardOf =
        new KafkaCommittable(before.getProducerId(), (short) 0, id + "-forgotten", null);

    assertThat(commit(unheardOf)).isEqualTo("failed");
  }

  @Test
  void whileNobodyCanBeAskedItIsTriedAgain() throws Exception {
    KafkaCommittable promised = restored(before);
    before.commitTransaction();
    try (WatchedCommitter unanswered = committer("localhost:1")) {
      RecordedRequest request = new RecordedRequest(promised);
      unanswered.commit(List.of(request));

      assertThat(request.said()).isEqualTo("tried again");
    }
  }

  private void abortByAnother() throws ExecutionException, InterruptedException {
    try (FlinkKafkaInternalProducer<byte[], byte[]> other =
        new FlinkKafkaInternalProducer<>(producer(), id)) {
      other.initTransactions();
    }
  }

  private String commit(KafkaCommittable committable) throws IOException, InterruptedException {
    RecordedRequest request = new RecordedRequest(committable);
    committer.commit(List.of(request));
    return request.said();
  }

  /** As a checkpoint holds it: without the producer. */
  private static KafkaCommittable restored(FlinkKafkaInternalProducer<?, ?> producer) {
    KafkaCommittable now = KafkaCommittable.of(producer);
    return new KafkaCommittable(
        now.getProducerId(), now.getEpoch(), now.getTransactionalId(), null);
  }

  /**
   * @param bootstrap where it asks what became of a transaction
   */
  private static WatchedCommitter committer(String bootstrap) {
    return new WatchedCommitter(
        new KafkaCommitter(
            producer(), "watched-" + bootstrap, 0, 0, false, FlinkKafkaInternalProducer::new),
        new TransactionFates(client(bootstrap)));
  }

  private static Properties producer() {
    Properties properties = client(broker.bootstrap());
    properties.put("key.serializer", ByteArraySerializer.class.getName());
    properties.put("value.serializer", ByteArraySerializer.class.getName());
    return properties;
  }

  private static Properties client(String bootstrap) {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", bootstrap);
    return properties;
  }
}
