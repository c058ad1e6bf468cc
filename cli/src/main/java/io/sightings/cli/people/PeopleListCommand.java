package io.sightings.cli.people;

import io.sightings.azure.people.AzurePerson;
import io.sightings.cli.azure.AzureOptions;
import io.sightings.cli.azure.AzurePersonGroups;
import io.sightings.cli.kafka.KafkaOptions;
import io.sightings.contract.Person;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.console.ExitCode;
import io.sightings.toolkit.console.TextTable;
import io.sightings.toolkit.topics.PeopleStore;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "list", description = "Lists everybody who is recognised.")
final class PeopleListCommand implements Callable<Integer> {
  @Mixin private KafkaOptions kafka;
  @Mixin private AzureOptions azure;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (azure.chosen()) {
      return listAzure(out);
    }
    List<Person> people;
    try (PeopleStore store = PeopleStore.open(kafka.broker())) {
      people = store.all().values().stream().sorted(Comparator.comparing(Person::name)).toList();
    }
    if (people.isEmpty()) {
      out.println("Nobody is enrolled yet. Try: sightings enrol DIR");
      return ExitCode.OK;
    }
    TextTable table = new TextTable("NAME", "ID", "PHOTOS>", "MODEL");
    people.forEach(
        p -> table.row(p.name(), p.id(), Integer.toString(p.templates().size()), models(p)));
    table.print(out);
    return ExitCode.OK;
  }

  private int listAzure(PrintWriter out) {
    Map<String, List<AzurePerson>> all;
    try (AzurePersonGroups group =
        AzurePersonGroups.open(azure.settings(), CommandConsole.of(spec.commandLine()))) {
      all = group.byResource();
    }
    if (all.values().stream().allMatch(List::isEmpty)) {
      out.println("Nobody is enrolled yet. Try: sightings enrol DIR --azure");
      return ExitCode.OK;
    }
    TextTable table = new TextTable("NAME", "ID", "PHOTOS>", "RESOURCE");
    all.forEach(
        (resource, people) ->
            people.stream()
                .sorted(Comparator.comparing(AzurePerson::name))
                .forEach(p -> table.row(p.name(), p.id(), Integer.toString(p.faces()), resource)));
    table.print(out);
    return ExitCode.OK;
  }

  private static String models(Person person) {
    return person.templates().stream()
        .map(Person.Template::model)
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
