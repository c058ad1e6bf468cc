package io.sightings.cli.azure;

import io.sightings.azure.call.FaceResource;
import io.sightings.azure.call.ResourceLease;
import io.sightings.azure.client.FaceException;
import io.sightings.azure.enrol.AzureEnroller;
import io.sightings.azure.enrol.EnrolmentException;
import io.sightings.azure.enrol.EnrolmentPerson;
import io.sightings.azure.enrol.EnrolmentPhotoResult.Kind;
import io.sightings.azure.enrol.EnrolmentPlan;
import io.sightings.azure.enrol.EnrolmentReport;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.console.CommandFailure;
import io.sightings.toolkit.console.ExitCode;
import java.nio.file.Path;
import java.util.List;

/** Enrols a folder of people into every resource, one after the other. */
public final class AzureFolderEnroller {
  private final AzureSettings settings;
  private final CommandConsole console;
  private final Path folder;

  /**
   * @param folder the photos are in
   */
  public AzureFolderEnroller(AzureSettings settings, CommandConsole console, Path folder) {
    this.settings = settings;
    this.console = console;
    this.folder = folder;
  }

  /** Says what would be called. Nothing is: not even who is there already is asked. */
  public int plan(List<EnrolmentPerson> sitters) {
    EnrolmentPlan plan = EnrolmentPlan.of(sitters, settings);
    plan.useless().forEach(each -> console.say(EnrolmentProgress.line(each, folder)));
    console.say("Nothing was called. If nobody were enrolled yet and every photo were accepted:");
    plan.lines(settings).forEach(line -> console.say("  " + line));
    console.say("What is there already is not paid for again, but for the list of people.");
    return plan.useless().isEmpty() ? ExitCode.OK : ExitCode.INPUT;
  }

  /**
   * What fails in one resource is tried in the others all the same.
   *
   * @return the exit code
   * @throws CommandFailure if the only resource fails
   */
  public int run(List<EnrolmentPerson> sitters) {
    int exitCode = ExitCode.OK;
    try (ResourceLease lease = AzureErrors.open(settings)) {
      boolean only = lease.all().size() == 1;
      for (FaceResource resource : lease.all()) {
        try {
          if (!only) {
            console.say("Into " + resource.name() + ":");
          }
          exitCode = Math.max(exitCode, enrol(resource, sitters));
        } catch (CommandFailure failure) {
          if (only) {
            throw failure;
          }
          console.complain(failure.getMessage());
          exitCode = ExitCode.ENVIRONMENT;
        }
      }
      CostSummary.print(lease.counts(), settings.budget().pricePerThousand(), console);
    }
    return exitCode;
  }

  private int enrol(FaceResource resource, List<EnrolmentPerson> sitters) {
    EnrolmentProgress news = new EnrolmentProgress(console, folder);
    try (ResourceOutageReporter watch = new ResourceOutageReporter(resource, console)) {
      EnrolmentReport report = new AzureEnroller(resource, settings, news).run(sitters);
      tell(report);
      return report.photos(Kind.REJECTED) == 0 ? ExitCode.OK : ExitCode.INPUT;
    } catch (FaceException e) {
      throw AzureErrors.of(e);
    } catch (EnrolmentException e) {
      throw AzureErrors.of(e);
    }
  }

  private void tell(EnrolmentReport report) {
    report
        .faceless()
        .forEach(
            name ->
                console.say(
                    name
                        + " cannot be recognised: no photo can be used. Add a better one, or accept less"
                        + " with --min-quality."));
    console.say(
        "%d of %d people are known now: %d photos accepted, %d unchanged, %d rejected; %s."
            .formatted(
                report.recognisable(),
                report.recognisable() + report.faceless().size(),
                report.photos(Kind.ACCEPTED),
                report.photos(Kind.UNCHANGED),
                report.photos(Kind.REJECTED),
                report.trained() ? "the group is trained" : "nothing was to be trained"));
  }
}
