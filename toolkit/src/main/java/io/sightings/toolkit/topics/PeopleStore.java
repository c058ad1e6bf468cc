package io.sightings.toolkit.topics;

import io.sightings.contract.Person;
import io.sightings.contract.codec.KafkaMessages;
import io.sightings.contract.codec.PersonChange;
import io.sightings.contract.codec.SightingsTopics;
import io.sightings.contract.codec.TypedTopic;
import io.sightings.kafka.TopicPlan;
import io.sightings.toolkit.console.CommandFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * The people everybody knows: the compacted topic, read to its end when opened. A change is on the
 * broker when its method returns, and the running job follows within seconds.
 */
public final class PeopleStore implements AutoCloseable {
  private static final TypedTopic<PersonChange> TOPIC = SightingsTopics.PEOPLE;

  private final Map<String, Person> people;
  private final KafkaProducer<byte[], byte[]> producer;

  private PeopleStore(Map<String, Person> people, KafkaProducer<byte[], byte[]> producer) {
    this.people = people;
    this.producer = producer;
  }

  public static PeopleStore open(KafkaAccess broker) {
    TopicCreator.create(broker, List.of(TopicPlan.compacted(TOPIC.name(), 1)));
    Map<String, Person> people = new TreeMap<>();
    try (TopicReader<PersonChange> reader = TopicReader.fromBeginning(broker, TOPIC)) {
      while (!reader.atEnd()) {
        reader.poll(Duration.ofMillis(200)).forEach(change -> apply(people, change));
      }
    }
    return new PeopleStore(people, broker.producer());
  }

  /** All people by id. */
  public Map<String, Person> all() {
    return Map.copyOf(people);
  }

  /**
   * The person with this id, or else with this name, who may have been renamed to it; a new one
   * without templates where there is none.
   */
  public Person named(String id, String name) {
    Person known = people.get(id);
    if (known != null) {
      return known;
    }
    return people.values().stream()
        .filter(person -> person.name().equals(name))
        .findFirst()
        .orElseGet(() -> new Person(id, name, List.of()));
  }

  /** Adds or replaces. */
  public void put(Person person) {
    write(PersonChange.know(person));
  }

  public void forget(String id) {
    write(PersonChange.forget(id));
  }

  private void write(PersonChange change) {
    try {
      producer.send(KafkaMessages.to(TOPIC, change)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unwritten(change, e);
    } catch (ExecutionException e) {
      throw unwritten(change, e);
    }
    apply(people, change);
  }

  private static CommandFailure unwritten(PersonChange change, Exception cause) {
    Throwable reason = cause.getCause() == null ? cause : cause.getCause();
    return CommandFailure.environment(
        "Person "
            + change.id()
            + " could not be written to the topic "
            + TOPIC.name()
            + ": "
            + reason.getMessage()
            + " Nothing was changed; try again when the broker is well.",
        cause);
  }

  private static void apply(Map<String, Person> people, PersonChange change) {
    if (change.person() == null) {
      people.remove(change.id());
    } else {
      people.put(change.id(), change.person());
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
