package io.sightings.cli.demo;

import io.sightings.cli.azure.AzureOptions;
import io.sightings.cli.azure.AzureTrouble;
import io.sightings.cli.azure.Bill;
import io.sightings.cli.console.Console;
import io.sightings.cli.console.ExitCode;
import io.sightings.cli.people.PhotoFolder;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.azure.call.CallCounts;
import io.sightings.engine.azure.call.FaceResource;
import io.sightings.engine.azure.call.ResourceLease;
import io.sightings.engine.azure.client.FaceException;
import io.sightings.engine.azure.client.models.FaceTrainingResult;
import io.sightings.engine.azure.enrol.AzureEnrolment;
import io.sightings.engine.azure.enrol.EnrolException;
import io.sightings.engine.azure.enrol.EnrolListener;
import io.sightings.engine.azure.enrol.EnrolReport;
import io.sightings.engine.azure.enrol.PhotoVerdict;
import io.sightings.engine.azure.enrol.PhotoVerdict.Kind;
import io.sightings.engine.azure.enrol.Sitter;
import io.sightings.engine.azure.settings.AzureSettings;
import io.sightings.faceservice.FaceService;
import io.sightings.faceservice.FaceServiceSettings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The service that says who people are while the demo runs: the real one or its stand-in. */
final class NamingService implements AutoCloseable {
  /** Drawn people are not to be among real ones. */
  private static final String GROUP = "sightings-demo";

  private final Console console;
  private final FaceService standIn;
  private final AzureSettings settings;
  private final ResourceLease lease;
  private CallCounts before = new CallCounts(Map.of());

  private NamingService(Console console, FaceService standIn, AzureSettings settings) {
    this.console = console;
    this.standIn = standIn;
    this.settings = settings;
    this.lease = AzureTrouble.open(settings);
  }

  /** A stand-in within this process, which knows faces by this engine. */
  static NamingService standIn(EngineSettings engine, AzureSettings base, Console console) {
    FaceService service = FaceService.start(FaceServiceSettings.DEFAULT.withEngine(engine));
    try {
      return new NamingService(
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
  static NamingService real(AzureSettings base, boolean drawn, Console console) {
    AzureSettings settings = new AzureOptions().configured(base, System.getenv());
    return new NamingService(console, null, drawn ? settings.withGroup(GROUP) : settings);
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
    List<Sitter> sitters =
        photos.people().stream().map(p -> new Sitter(p.id(), p.name(), p.photos())).toList();
    for (FaceResource resource : lease.all()) {
      try {
        EnrolReport report = new AzureEnrolment(resource, settings, new Rejections()).run(sitters);
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
        throw AzureTrouble.of(e);
      } catch (EnrolException e) {
        throw AzureTrouble.of(e);
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
    Bill.print(counts, settings.budget().pricePerThousand(), console);
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

  private final class Rejections implements EnrolListener {
    @Override
    public void photo(PhotoVerdict verdict) {
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
