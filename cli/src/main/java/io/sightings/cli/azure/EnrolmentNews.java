package io.sightings.cli.azure;

import io.sightings.cli.console.Console;
import io.sightings.engine.azure.client.models.FaceTrainingResult;
import io.sightings.engine.azure.enrol.EnrolListener;
import io.sightings.engine.azure.enrol.PhotoVerdict;
import java.nio.file.Path;
import java.time.Duration;

/** Tells each step of an enrolment when it is done. */
final class EnrolmentNews implements EnrolListener {
  private final Console console;
  private final Path folder;

  /**
   * @param folder photos are named relative to it; null where there are none
   */
  EnrolmentNews(Console console, Path folder) {
    this.console = console;
    this.folder = folder;
  }

  static String line(PhotoVerdict verdict, Path folder) {
    String what =
        switch (verdict.kind()) {
          case ACCEPTED -> "accepted   ";
          case UNCHANGED -> "unchanged  ";
          case REJECTED -> "rejected   ";
        };
    String why = verdict.text().isEmpty() ? "" : ": " + verdict.text();
    return what + verdict.person().name() + "  " + folder.relativize(verdict.photo()) + why;
  }

  @Override
  public void photo(PhotoVerdict verdict) {
    console.say(line(verdict, folder));
  }

  @Override
  public void step(String what) {
    console.say(what);
  }

  @Override
  public void training(FaceTrainingResult state, Duration since) {
    console.say("training   " + state.status() + " after " + since.toSeconds() + " s");
  }
}
