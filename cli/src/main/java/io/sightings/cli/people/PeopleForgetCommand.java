package io.sightings.cli.people;

import io.sightings.cli.console.ExitCode;
import io.sightings.cli.kafka.KafkaOptions;
import io.sightings.contract.Person;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "forget",
    description =
        "Removes people and their face templates. Sightings of them that were written stay.")
final class PeopleForgetCommand implements Callable<Integer> {
  @Mixin private KafkaOptions kafka;
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "PERSON", description = "Ids or names.")
  private List<String> people;

  @Override
  public Integer call() {
    try (PeopleStore store = PeopleStore.open(kafka.broker())) {
      // All are looked up first: a typing error in the third must not leave two forgotten.
      List<Person> known = people.stream().map(p -> PersonReference.find(store, p)).toList();
      for (Person person : known) {
        store.forget(person.id());
        spec.commandLine().getOut().println("Forgot " + person.name() + " (" + person.id() + ").");
      }
    }
    return ExitCode.OK;
  }
}
