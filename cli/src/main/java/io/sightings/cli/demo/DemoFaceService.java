package io.sightings.cli.demo;

import io.sightings.azure.call.CallCounts;
import io.sightings.azure.call.FaceResource;
import io.sightings.azure.call.ResourceLease;
import io.sightings.azure.client.FaceException;
import io.sightings.azure.client.models.FaceTrainingResult;
import io.sightings.azure.enrol.AzureEnroller;
import io.sightings.azure.enrol.EnrolmentException;
import io.sightings.azure.enrol.EnrolmentListener;
import io.sightings.azure.enrol.EnrolmentPerson;
import io.sightings.azure.enrol.EnrolmentPhotoResult;
import io.sightings.azure.enrol.EnrolmentPhotoResult.Kind;
import io.sightings.azure.enrol.EnrolmentReport;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.cli.azure.AzureErrors;
import io.sightings.cli.azure.AzureOptions;
import io.sightings.cli.azure.CostSummary;
import io.sightings.cli.people.PhotoFolder;
import io.sightings.emulator.FaceEmulator;
import io.sightings.emulator.FaceEmulatorSettings;
import io.sightings.engine.EngineSettings;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.console.ExitCode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The service that says who people are while the demo runs: the real one or its stand-in. */
final class DemoFaceService implements AutoCloseable {
  /** Drawn people are not to be among real ones. */
  private static final String GROUP = "sightings-demo";

  private final CommandConsole console;
  private final @Nullable FaceEmulator standIn;
  private final AzureSettings settings;
  private final ResourceLease lease;
  private CallCounts before = new CallCounts(Map.of());

  private DemoFaceService(
      CommandConsole console, @Nullable FaceEmulator standIn, AzureSettings settings) {
    this.console = console;
    this.standIn = standIn;
    this.settings = settings;
    this.lease = AzureErrors.open(settings);
  }

  /** A stand-in within this process, which knows faces by this engine. */
  static DemoFaceService standIn(
      EngineSettings engine, AzureSettings base, CommandConsole console) {
    FaceEmulator service = FaceEmulator.start(FaceEmulatorSettings.DEFAULT.withEngine(engine));
    try {
      return new DemoFaceService(
          console,
          service,
          base.withResource(service.endpoint().toString(), service.key()).withGroup(GROUP));
    } catch (RuntimeException e) {
      service.close();
      throw e;
    }
  }

  /**
   * The resource of the environment.
   *
   * @param drawn whether it is drawn people who are to be known
   */
  static DemoFaceService real(AzureSettings base, boolean drawn, CommandConsole console) {
    AzureSettings settings = new AzureOptions().configured(base, System.getenv());
    return new DemoFaceService(console, null, drawn ? settings.withGroup(GROUP) : settings);
  }

  AzureSettings settings() {
    return settings;
  }

  /** Says which service it is. */
  String greeting() {
    return standIn == null ? settings.endpoint() : standIn.endpoint() + " (stand-in)";
  }

  /** Makes those known whose photos there are; says which photos are of no use. */
  int enrol(PhotoFolder photos) {
    int exitCode = ExitCode.OK;
    List<EnrolmentPerson> sitters =
        photos.people().stream()
            .map(p -> new EnrolmentPerson(p.id(), p.name(), p.photos()))
            .toList();
    for (FaceResource resource : lease.all()) {
      try {
        EnrolmentReport report =
            new AzureEnroller(resource, settings, new Rejections()).run(sitters);
        console.say(
            String.format(
                Locale.ROOT,
                "People     %d of %d are known to the group %s by %d photos; %d paid calls",
                report.recognisable(),
                sitters.size(),
                settings.group(),
                report.photos(Kind.ACCEPTED) + report.photos(Kind.UNCHANGED),
                report.paidCalls()));
        if (report.photos(Kind.REJECTED) > 0) {
          exitCode = ExitCode.INPUT;
        }
      } catch (FaceException e) {
        throw AzureErrors.of(e);
      } catch (EnrolmentException e) {
        throw AzureErrors.of(e);
      }
    }
    before = lease.counts();
    return exitCode;
  }

  /**
   * Says what it cost to ask who people are.
   *
   * @param frames analysed; 0 if that is not known
   */
  void bill(long frames) {
    CallCounts counts = lease.counts().minus(before);
    CostSummary.print(counts, settings.budget().pricePerThousand(), console);
    long paid = counts.total().paid();
    // Photos of groups may well cost more: every face in them is asked about once.
    if (paid > 0 && 2 * frames > paid) {
      console.say(
          String.format(
              Locale.ROOT,
              "Two calls for each of %d frames would have been %d: %.1f times as many.",
              frames,
              2 * frames,
              2.0 * frames / paid));
    }
  }

  @Override
  public void close() {
    lease.close();
    if (standIn != null) {
      standIn.close();
    }
  }

  private final class Rejections implements EnrolmentListener {
    @Override
    public void photo(EnrolmentPhotoResult verdict) {
      if (verdict.kind() == Kind.REJECTED) {
        console.complain(verdict.photo() + " is not enrolled: " + verdict.text());
      }
    }

    @Override
    public void step(String what) {
      // One line at the end is enough.
    }

    @Override
    public void training(FaceTrainingResult state, Duration since) {
      // It takes a second for a few people.
    }
  }
}
