package io.sightings.job.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.contract.security.KafkaSecurity;
import io.sightings.job.TestKafka;
import io.sightings.job.settings.KafkaSettings;
import io.sightings.job.settings.KafkaSettings.TopicNames;
import io.sightings.kafka.TopicPlan;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The store of attempts on a real broker. */
class AttemptTopicIT {
  private static TestKafka broker;

  @BeforeAll
  static void start() throws Exception {
    broker = TestKafka.start();
    broker.createTopics(List.of(TopicPlan.shortCompacted("attempts")));
  }

  @AfterAll
  static void stop() throws Exception {
    broker.close();
  }

  @Test
  void theLastValueOfEachKeyIsReadAndNothingOfAnotherJob() throws Exception {
    try (AttemptTopic mine = topic("mine", "attempts");
        AttemptTopic other = topic("other", "attempts")) {
      put(mine, "flight/detect/0", new byte[] {1});
      put(mine, "flight/detect/0", new byte[] {2});
      put(mine, "suspect/detect/door/run1/7", new byte[] {3});
      put(mine, "suspect/detect/door/run1/7", null);
      put(other, "flight/detect/0", new byte[] {4});

      Map<String, byte[]> read = mine.read();

      assertThat(read).containsOnlyKeys("flight/detect/0");
      assertThat(read.get("flight/detect/0")).containsExactly(2);
    }
  }

  @Test
  void aTopicThatIsMissingIsSaidAndNotWaitedFor() {
    try (AttemptTopic missing = topic("mine", "nowhere")) {
      assertThatThrownBy(missing::read)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("nowhere");
    }
  }

  private static void put(AttemptTopic topic, String key, byte[] value) throws Exception {
    CompletableFuture<Exception> done = new CompletableFuture<>();
    topic.put(key, value, done::complete);
    assertThat(done.get(30, TimeUnit.SECONDS)).isNull();
  }

  private static AttemptTopic topic(String job, String topic) {
    return new AttemptTopic(
        new KafkaSettings(
            broker.bootstrap(),
            job,
            new TopicNames("frames", "sightings", "alerts", "rejected", "people", topic),
            job,
            Duration.ofMinutes(10),
            KafkaSecurity.none(),
            Map.of()));
  }
}
