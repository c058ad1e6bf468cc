package io.sightings.toolkit.topics;

import io.sightings.kafka.TopicPlan;
import io.sightings.toolkit.console.CommandFailure;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates topics with the settings they need: those a broker creates by itself lack them. */
public final class TopicCreator {

  private TopicCreator() {}

  /**
   * Topics that are there already stay as they are.
   *
   * @return the names of those created now
   */
  public static Set<String> create(KafkaAccess broker, Collection<TopicPlan> plans) {
    Set<String> created = new HashSet<>();
    try (Admin admin = broker.admin()) {
      // Creating what is there needs the right to create, reading it does not.
      Set<String> there = names(admin);
      for (TopicPlan plan : plans) {
        if (!there.contains(plan.name()) && create(admin, plan)) {
          created.add(plan.name());
        }
      }
    }
    return created;
  }

  private static Set<String> names(Admin admin) {
    try {
      return admin.listTopics().names().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.environment("Interrupted.", e);
    } catch (ExecutionException e) {
      throw CommandFailure.environment(
          "The broker does not list its topics: "
              + Objects.requireNonNull(e.getCause()).getMessage(),
          e);
    }
  }

  private static boolean create(Admin admin, TopicPlan plan) {
    // How many replicas is for the broker to say.
    NewTopic topic =
        new NewTopic(plan.name(), Optional.of(plan.partitions()), Optional.empty())
            .configs(plan.configs());
    try {
      admin.createTopics(List.of(topic)).all().get();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw uncreated(plan, e);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw uncreated(plan, Objects.requireNonNull(e.getCause()));
      }
      return false;
    }
  }

  private static CommandFailure uncreated(TopicPlan plan, Throwable cause) {
    return CommandFailure.environment(
        "The topic "
            + plan.name()
            + " could not be created: "
            + cause.getMessage()
            + " Create it yourself, or ask who runs the broker.",
        cause);
  }
}
