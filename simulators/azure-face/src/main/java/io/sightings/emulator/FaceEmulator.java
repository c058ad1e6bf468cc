package io.sightings.emulator;

import io.sightings.emulator.calls.CallLog;
import io.sightings.emulator.calls.CallLog.CallRateReport;
import io.sightings.emulator.faces.EmulatorFaceDetector;
import io.sightings.emulator.fault.FaultInjector;
import io.sightings.emulator.fault.FaultPlan;
import io.sightings.emulator.fault.ResponseDistorter;
import io.sightings.emulator.fault.ServiceQuirk;
import io.sightings.emulator.http.ApiCredentials;
import io.sightings.emulator.http.EmulatorAdminHandler;
import io.sightings.emulator.http.EmulatorFaceHandler;
import io.sightings.emulator.http.EmulatorHttpServer;
import io.sightings.emulator.limit.EmulatorRateLimiter;
import io.sightings.emulator.operations.OperationDispatcher;
import io.sightings.emulator.people.GroupSnapshot;
import io.sightings.emulator.people.GuidGenerator;
import io.sightings.emulator.people.PersonGroups;
import io.sightings.emulator.people.PersonRegistry;
import io.sightings.emulator.people.TransientFaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A running stand-in for Azure AI Face v1.2: see the package. What tests ask of it directly here,
 * others ask over HTTP below {@code /-/}.
 */
public final class FaceEmulator implements AutoCloseable {
  /** Far apart, so that ids of one start are not those of another with the next seed. */
  private static final long BETWEEN_STARTS = 0x9e3779b97f4a7c15L;

  private final FaceEmulatorSettings settings;
  private final EmulatorFaceDetector finder;
  private final CallLog calls;
  private final FaultInjector weather;
  private final EmulatorRateLimiter rateLimit;
  private final PersonGroups groups;
  private final TransientFaces faces;
  private final EmulatorHttpServer server;

  private FaceEmulator(FaceEmulatorSettings settings, EmulatorFaceDetector finder) {
    this.settings = settings;
    this.finder = finder;
    GuidGenerator ids =
        new GuidGenerator(settings.seed() + (countStart(settings.folder()) - 1) * BETWEEN_STARTS);
    this.calls = new CallLog(settings.clock());
    this.weather = new FaultInjector(settings.faults(), settings.quirks());
    this.rateLimit = new EmulatorRateLimiter(settings.tier(), settings.clock());
    this.groups =
        new PersonGroups(
            settings.folder() == null ? null : settings.folder().resolve("groups"),
            finder.model(),
            settings.clock(),
            settings.tier().capacity());
    PersonRegistry people = new PersonRegistry(groups, weather, ids);
    this.faces = new TransientFaces(settings.clock(), ids);
    ResponseDistorter distortion = new ResponseDistorter(weather, settings.seed());
    this.server = new EmulatorHttpServer(settings.host(), settings.port());
    OperationDispatcher operations =
        new OperationDispatcher(
            new OperationDispatcher.Parts(
                finder,
                settings.engine().gate(),
                groups,
                people,
                faces,
                weather,
                distortion,
                settings.pace(),
                settings.clock(),
                () -> endpoint().toString()));
    EmulatorFaceHandler.Desk desk =
        new EmulatorFaceHandler.Desk(
            calls,
            ids.split(),
            weather,
            new ApiCredentials(settings.key(), settings.token()),
            rateLimit,
            operations,
            distortion,
            settings.pace().answer());
    server.start(
        new EmulatorAdminHandler(calls, weather, this::about, this::state, this::reset),
        new EmulatorFaceHandler(desk));
  }

  /**
   * Counts how often a folder was started with, so that no id is given out twice.
   *
   * @param folder null where nothing is kept: then every start is the first
   */
  private static long countStart(@Nullable Path folder) {
    if (folder == null) {
      return 1;
    }
    Path file = folder.resolve("starts");
    try {
      Files.createDirectories(folder);
      long starts = Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
      Files.writeString(file, Long.toString(starts + 1));
      return starts + 1;
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " cannot be written to.", e);
    }
  }

  /** With {@link FaceEmulatorSettings#DEFAULT}. */
  public static FaceEmulator start() {
    return start(FaceEmulatorSettings.DEFAULT);
  }

  /**
   * Returns when it answers.
   *
   * @throws io.sightings.engine.EngineUnavailableException if model files are missing or damaged
   * @throws java.io.UncheckedIOException if the port is taken or the folder cannot be used
   */
  public static FaceEmulator start(FaceEmulatorSettings settings) {
    EmulatorFaceDetector finder = new EmulatorFaceDetector(settings.engine());
    try {
      return new FaceEmulator(settings, finder);
    } catch (RuntimeException e) {
      finder.close();
      throw e;
    }
  }

  /** What a client calls its endpoint: without a path. */
  public URI endpoint() {
    return URI.create("http://" + settings.host() + ":" + server.port());
  }

  /** What a client sends as its key. */
  public String key() {
    return settings.key();
  }

  /** The engine behind it: {@code yunet + mobileface-v2}. */
  public String engine() {
    return finder.name();
  }

  /** Where it is and how to call it, for whoever started it by hand. */
  public String greeting() {
    return "The stand-in for Azure AI Face answers at "
        + endpoint()
        + " with the key "
        + key()
        + " ("
        + engine()
        + ", tier "
        + settings.tier().name()
        + "); a look behind it: "
        + endpoint()
        + "/-/health"
        + notice().map(notice -> "\n" + notice).orElse("");
  }

  /** What to tell the user about the engine. */
  public Optional<String> notice() {
    return finder.notice();
  }

  /** Every call there was. */
  public CallLog calls() {
    return calls;
  }

  /** How these calls were spread over time. */
  public CallRateReport spread() {
    return CallRateReport.of(calls);
  }

  /** From now on this goes wrong; calls are counted from 1 again. */
  public void faults(FaultPlan faults) {
    weather.set(faults);
  }

  /** From now on it has these quirks and no others. */
  public void quirks(ServiceQuirk... quirks) {
    weather.set(List.of(quirks));
  }

  /** All groups with their people and faces. */
  public List<GroupSnapshot> state() {
    return groups.states();
  }

  /** Forgets groups, faceIds, calls and faults; quirks stay. */
  public void reset() {
    groups.clear();
    faces.clear();
    calls.clear();
    rateLimit.clear();
    weather.set(FaultPlan.NONE);
  }

  private Map<String, Object> about() {
    return Map.of(
        "status",
        "up",
        "engine",
        engine(),
        "tier",
        settings.tier().name(),
        "faceIds",
        faces.count(),
        "callsForgotten",
        calls.forgotten());
  }

  /** Ends every connection; closing twice changes nothing. */
  @Override
  public void close() {
    server.stop();
    finder.close();
  }
}
