package io.sightings.cli.azure;

import io.sightings.azure.client.models.FaceTrainingResult;
import io.sightings.azure.enrol.EnrolmentListener;
import io.sightings.azure.enrol.EnrolmentPhotoResult;
import io.sightings.toolkit.console.CommandConsole;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells each step of an enrolment when it is done. */
final class EnrolmentProgress implements EnrolmentListener {
  private final CommandConsole console;
  private final @Nullable Path folder;

  /**
   * @param folder photos are named relative to it, where there are any
   */
  EnrolmentProgress(CommandConsole console, @Nullable Path folder) {
    this.console = console;
    this.folder = folder;
  }

  static String line(EnrolmentPhotoResult verdict, @Nullable Path folder) {
    String what =
        switch (verdict.kind()) {
          case ACCEPTED -> "accepted   ";
          case UNCHANGED -> "unchanged  ";
          case REJECTED -> "rejected   ";
        };
    String why = verdict.text().isEmpty() ? "" : ": " + verdict.text();
    Path photo = folder == null ? verdict.photo() : folder.relativize(verdict.photo());
    return what + verdict.person().name() + "  " + photo + why;
  }

  @Override
  public void photo(EnrolmentPhotoResult verdict) {
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
