package io.sightings.cli.people;

import io.sightings.azure.enrol.EnrolmentPerson;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.cli.azure.AzureFolderEnroller;
import io.sightings.cli.azure.AzureOptions;
import io.sightings.cli.engine.EngineOptions;
import io.sightings.cli.kafka.KafkaOptions;
import io.sightings.cli.people.PhotoEnrolment.PhotoOutcome;
import io.sightings.cli.people.PhotoEnrolment.PhotoOutcome.Kind;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.runtime.FaceEngines;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.console.CommandFailure;
import io.sightings.toolkit.console.ExitCode;
import io.sightings.toolkit.topics.PeopleStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes people known by their photos. */
@Command(
    name = "enrol",
    description = {
      "Makes people known by their photos; a running job recognises them within seconds.",
      "A photo must show one face that is large and sharp enough, or one that is clearly the largest."
          + " Enrolling a photo again changes nothing."
    })
public final class EnrolCommand implements Callable<Integer> {
  @Mixin private KafkaOptions kafka;
  @Mixin private EngineOptions engineOptions;
  @Mixin private AzureOptions azure;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      description =
          "People as DIR/NAME/*.jpg, DIR/NAME.jpg or DIR/NAME_1.jpg (also png, bmp, webp).")
  private Path folder;

  @Option(
      names = "--dry-run",
      description = "With --azure: says what would be called and what it would cost, no more.")
  private boolean dryRun;

  @Option(
      names = "--min-quality",
      paramLabel = "low|medium|high",
      description =
          "With --azure: what the service must think of a face; default is azure.enrol.minQuality,"
              + " which is high.")
  private String minQuality;

  @Override
  public Integer call() {
    if (azure.chosen()) {
      return enrolIntoAzure();
    }
    if (dryRun || minQuality != null) {
      throw CommandFailure.usage("--dry-run and --min-quality are for --azure: add that.");
    }
    CommandConsole console = CommandConsole.of(spec.commandLine());
    PhotoFolder photos = PhotoFolder.scan(folder);
    EngineSettings settings = engineOptions.settingsWithModels(console);
    EnrolmentCounts tally = new EnrolmentCounts();
    try (PeopleStore store = PeopleStore.open(kafka.broker());
        FaceEngine engine = FaceEngines.acquire(settings)) {
      engine.notice().ifPresent(console::say);
      new PhotoEnrolment(engine, settings, store)
          .enrol(
              photos,
              outcome -> {
                tally.count(outcome);
                console.say(line(outcome));
              });
    }
    tellIgnored(photos, console);
    console.say(tally.sentence());
    return tally.count(Kind.REJECTED) == 0 ? ExitCode.OK : ExitCode.INPUT;
  }

  private int enrolIntoAzure() {
    CommandConsole console = CommandConsole.of(spec.commandLine());
    PhotoFolder photos = PhotoFolder.scan(folder);
    AzureFolderEnroller enrol = new AzureFolderEnroller(azureSettings(), console, folder);
    tellIgnored(photos, console);
    List<EnrolmentPerson> sitters = photos.people().stream().map(EnrolCommand::sitter).toList();
    return dryRun ? enrol.plan(sitters) : enrol.run(sitters);
  }

  private AzureSettings azureSettings() {
    AzureSettings settings = azure.settings();
    try {
      return minQuality == null
          ? settings
          : settings.withEnrol(
              settings.enrol().withMinQuality(minQuality.toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.usage("--min-quality: " + e.getMessage() + ".");
    }
  }

  private static EnrolmentPerson sitter(PhotoFolder.Photographed shown) {
    try {
      return new EnrolmentPerson(shown.id(), shown.name(), shown.photos());
    } catch (IllegalArgumentException e) {
      throw CommandFailure.input(e.getMessage());
    }
  }

  private static void tellIgnored(PhotoFolder photos, CommandConsole console) {
    photos.ignored().forEach(file -> console.say("ignored    " + file + ": it is no photo."));
  }

  private String line(PhotoOutcome outcome) {
    String what =
        switch (outcome.kind()) {
          case ACCEPTED -> "accepted   ";
          case UNCHANGED -> "unchanged  ";
          case REJECTED -> "rejected   ";
        };
    String why = outcome.text() == null ? "" : ": " + outcome.text();
    return what + outcome.person() + "  " + folder.relativize(outcome.photo()) + why;
  }
}
