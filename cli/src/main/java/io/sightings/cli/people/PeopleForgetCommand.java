package io.sightings.cli.people;

import io.sightings.azure.people.AzurePerson;
import io.sightings.cli.azure.AzureOptions;
import io.sightings.cli.azure.AzurePersonGroups;
import io.sightings.cli.kafka.KafkaOptions;
import io.sightings.contract.Person;
import io.sightings.contract.codec.UntrustedText;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.console.CommandFailure;
import io.sightings.toolkit.console.ExitCode;
import io.sightings.toolkit.topics.PeopleStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  @Mixin private AzureOptions azure;
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "PERSON", description = "Ids or names.")
  private List<String> people;

  @Override
  public Integer call() {
    if (azure.chosen()) {
      return forgetInAzure();
    }
    try (PeopleStore store = PeopleStore.open(kafka.broker())) {
      // All are looked up first: a typing error in the third must not leave two forgotten.
      List<Person> known = people.stream().map(p -> PersonResolver.find(store, p)).toList();
      for (Person person : known) {
        store.forget(person.id());
        spec.commandLine()
            .getOut()
            .println(
                UntrustedText.printable("Forgot " + person.name() + " (" + person.id() + ")."));
      }
    }
    return ExitCode.OK;
  }

  private int forgetInAzure() {
    CommandConsole console = CommandConsole.of(spec.commandLine());
    try (AzurePersonGroups group = AzurePersonGroups.open(azure.settings(), console)) {
      Map<String, AzurePerson> known = found(group);
      group.forget(known.keySet());
      known.values().forEach(p -> console.say("Forgot " + p.name() + " (" + p.id() + ")."));
    }
    return ExitCode.OK;
  }

  private Map<String, AzurePerson> found(AzurePersonGroups group) {
    try {
      return group.find(people);
    } catch (CommandFailure failure) {
      group.forget(Set.of()); // who was erased by a command that was interrupted is trained away
      throw failure;
    }
  }
}
