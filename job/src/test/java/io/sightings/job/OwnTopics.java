package io.sightings.job;

import io.sightings.job.settings.KafkaSettings.TopicNames;
import io.sightings.kafka.TopicPlan;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** The topics of one test, so that none reads another's. */
final class OwnTopics {

  private OwnTopics() {}

  static TopicNames create(TestKafka broker, String name)
      throws ExecutionException, InterruptedException {
    TopicNames topics =
        new TopicNames(
            name + "-frames",
            name + "-sightings",
            name + "-alerts",
            name + "-rejected",
            name + "-people",
            name + "-attempts");
    broker.createTopics(
        List.of(
            TopicPlan.images(topics.frames(), 2),
            TopicPlan.of(topics.sightings(), 2),
            TopicPlan.of(topics.alerts(), 1),
            TopicPlan.images(topics.rejected(), 1),
            TopicPlan.compacted(topics.people(), 1),
            TopicPlan.shortCompacted(topics.attempts())));
    return topics;
  }
}
