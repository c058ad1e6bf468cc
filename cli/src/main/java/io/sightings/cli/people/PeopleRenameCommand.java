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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "rename", description = "Gives a person another name; the id stays.")
final class PeopleRenameCommand implements Callable<Integer> {
  private static final int LONGEST_IN_AZURE = 128;

  @Mixin private KafkaOptions kafka;
  @Mixin private AzureOptions azure;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "PERSON", description = "The person's id or name.")
  private String person;

  @Parameters(index = "1", paramLabel = "NAME", description = "The new name.")
  private String name;

  @Override
  public Integer call() {
    if (name.isBlank()) {
      throw CommandFailure.usage("The new name is blank: give it at least one letter.");
    }
    if (azure.chosen()) {
      return renameInAzure();
    }
    try (PeopleStore store = PeopleStore.open(kafka.broker())) {
      Person known = PersonResolver.find(store, person);
      store.put(new Person(known.id(), name.strip(), known.templates()));
      spec.commandLine()
          .getOut()
          .println(
              UntrustedText.printable(
                  known.name() + " (" + known.id() + ") is now called " + name.strip() + "."));
    }
    return ExitCode.OK;
  }

  private int renameInAzure() {
    if (name.strip().length() > LONGEST_IN_AZURE) {
      throw CommandFailure.usage(
          "The new name is longer than " + LONGEST_IN_AZURE + " characters.");
    }
    CommandConsole console = CommandConsole.of(spec.commandLine());
    try (AzurePersonGroups group = AzurePersonGroups.open(azure.settings(), console)) {
      for (AzurePerson known : group.find(List.of(person)).values()) {
        group.rename(known.id(), name.strip());
        console.say(known.name() + " (" + known.id() + ") is now called " + name.strip() + ".");
      }
    }
    return ExitCode.OK;
  }
}
