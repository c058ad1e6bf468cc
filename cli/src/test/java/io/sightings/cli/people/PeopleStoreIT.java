package io.sightings.cli.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.cli.Main;
import io.sightings.contract.Person;
import io.sightings.kafka.LocalBroker;
import io.sightings.toolkit.topics.KafkaAccess;
import io.sightings.toolkit.topics.PeopleStore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleStoreIT {
  private LocalBroker kafka;

  @BeforeAll
  void start() {
    kafka = LocalBroker.start();
  }

  @AfterAll
  void stop() {
    kafka.close();
  }

  @Test
  void whatOneStoreWritesAnotherReads() {
    try (PeopleStore store = PeopleStore.open(broker())) {
      store.put(person("anna", "Anna"));
      store.put(person("bob", "Bob"));
      store.forget("bob");
    }

    try (PeopleStore store = PeopleStore.open(broker())) {
      assertThat(store.all()).containsKey("anna").doesNotContainKey("bob");
      assertThat(store.all().get("anna").templates().get(0).vector()).containsExactly(0.6f, 0.8f);
    }
  }

  @Test
  void aRenamedPersonKeepsIdAndTemplates() {
    try (PeopleStore store = PeopleStore.open(broker())) {
      store.put(person("carol", "Carol"));
    }

    assertThat(run("people", "rename", "Carol", "Carol Jones")).contains("now called Carol Jones");

    try (PeopleStore store = PeopleStore.open(broker())) {
      assertThat(store.all().get("carol").name()).isEqualTo("Carol Jones");
      assertThat(store.all().get("carol").templates()).hasSize(1);
    }
    assertThat(run("people", "list")).contains("Carol Jones").contains("carol");
  }

  @Test
  void forgettingOneOfTwoNamesWithAnErrorInTheOtherForgetsNobody() {
    try (PeopleStore store = PeopleStore.open(broker())) {
      store.put(person("dave", "Dave"));
    }

    assertThat(run("people", "forget", "dave", "nobody")).contains("Nobody is called nobody");

    try (PeopleStore store = PeopleStore.open(broker())) {
      assertThat(store.all()).containsKey("dave");
    }
  }

  private String run(String... args) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said, true);
    String[] all = Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--bootstrap";
    all[args.length + 1] = kafka.bootstrap();
    Main.run(out, out, all);
    return said.toString();
  }

  private KafkaAccess broker() {
    return new KafkaAccess(kafka.bootstrap());
  }

  private static Person person(String id, String name) {
    return new Person(
        id,
        name,
        List.of(new Person.Template("model", new float[] {0.6f, 0.8f}, "00", "1.jpg", 1f)));
  }
}
