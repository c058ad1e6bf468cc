package io.sightings.cli.people;

import io.sightings.cli.console.Console;
import io.sightings.cli.console.ExitCode;
import io.sightings.cli.engine.EngineOptions;
import io.sightings.cli.kafka.KafkaOptions;
import io.sightings.cli.people.PhotoOutcome.Kind;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.runtime.FaceEngines;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes people known by their photos. */
@Command(
    name = "enrol",
    description = {
      "Makes people known by their photos; a running job recognises them within seconds.",
      "A photo must show one face, large and sharp enough. Enrolling a photo again changes nothing."
    })
public final class EnrolCommand implements Callable<Integer> {
  @Mixin private KafkaOptions kafka;
  @Mixin private EngineOptions engineOptions;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      description =
          "People as DIR/NAME/*.jpg, DIR/NAME.jpg or DIR/NAME_1.jpg (also png, bmp, webp).")
  private Path folder;

  @Override
  public Integer call() {
    Console console = Console.of(spec.commandLine());
    PhotoFolder photos = PhotoFolder.scan(folder);
    EngineSettings settings = engineOptions.settings();
    EnrolmentTally tally = new EnrolmentTally();
    try (PeopleStore store = PeopleStore.open(kafka.broker());
        FaceEngine engine = FaceEngines.acquire(settings)) {
      engine.notice().ifPresent(console::say);
      new Enrolment(engine, settings, store)
          .enrol(
              photos,
              outcome -> {
                tally.count(outcome);
                console.say(line(outcome));
              });
    }
    photos.ignored().forEach(file -> console.say("ignored    " + file + ": it is no photo."));
    console.say(tally.sentence());
    return tally.count(Kind.REJECTED) == 0 ? ExitCode.OK : ExitCode.INPUT;
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
