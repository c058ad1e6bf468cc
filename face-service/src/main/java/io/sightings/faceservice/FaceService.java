package io.sightings.faceservice;

import io.sightings.faceservice.calls.CallLog;
import io.sightings.faceservice.calls.Spread;
import io.sightings.faceservice.faces.FaceFinder;
import io.sightings.faceservice.fault.Distortion;
import io.sightings.faceservice.fault.Faults;
import io.sightings.faceservice.fault.Quirk;
import io.sightings.faceservice.fault.Weather;
import io.sightings.faceservice.http.AdminHandler;
import io.sightings.faceservice.http.Credentials;
import io.sightings.faceservice.http.FaceHandler;
import io.sightings.faceservice.http.FaceServer;
import io.sightings.faceservice.limit.RateLimit;
import io.sightings.faceservice.operations.Operations;
import io.sightings.faceservice.people.GroupState;
import io.sightings.faceservice.people.Groups;
import io.sightings.faceservice.people.Ids;
import io.sightings.faceservice.people.People;
import io.sightings.faceservice.people.TransientFaces;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A running stand-in for Azure AI Face v1.2: see the package. What tests ask of it directly here,
 * others ask over HTTP below {@code /-/}.
 */
public final class FaceService implements AutoCloseable {
  /** Far apart, so that ids of one start are not those of another with the next seed. */
  private static final long BETWEEN_STARTS = 0x9e3779b97f4a7c15L;

  private final FaceServiceSettings settings;
  private final FaceFinder finder;
  private final CallLog calls;
  private final Weather weather;
  private final RateLimit rateLimit;
  private final Groups groups;
  private final TransientFaces faces;
  private final FaceServer server;

  private FaceService(FaceServiceSettings settings, FaceFinder finder) {
    this.settings = settings;
    this.finder = finder;
    Ids ids = new Ids(settings.seed() + (Starts.next(settings.folder()) - 1) * BETWEEN_STARTS);
    this.calls = new CallLog(settings.clock());
    this.weather = new Weather(settings.faults(), settings.quirks());
    this.rateLimit = new RateLimit(settings.tier(), settings.clock());
    this.groups =
        settings.folder() == null
            ? Groups.inMemory(settings.clock(), settings.tier().capacity())
            : Groups.in(
                settings.folder().resolve("groups"),
                finder.model(),
                settings.clock(),
                settings.tier().capacity());
    People people = new People(groups, ids);
    this.faces = new TransientFaces(settings.clock(), ids);
    Distortion distortion = new Distortion(weather, settings.seed());
    this.server = new FaceServer(settings.host(), settings.port());
    Operations operations =
        new Operations(
            new Operations.Parts(
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
    FaceHandler.Desk desk =
        new FaceHandler.Desk(
            calls,
            ids.split(),
            weather,
            new Credentials(settings.key(), settings.token()),
            rateLimit,
            operations,
            distortion,
            settings.pace().answer());
    server.start(
        new AdminHandler(calls, weather, this::about, this::state, this::reset),
        new FaceHandler(desk));
  }

  /** With {@link FaceServiceSettings#DEFAULT}. */
  public static FaceService start() {
    return start(FaceServiceSettings.DEFAULT);
  }

  /**
   * Returns when it answers.
   *
   * @throws io.sightings.engine.EngineUnavailableException if model files are missing or damaged
   * @throws java.io.UncheckedIOException if the port is taken or the folder cannot be used
   */
  public static FaceService start(FaceServiceSettings settings) {
    FaceFinder finder = new FaceFinder(settings.engine());
    try {
      return new FaceService(settings, finder);
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
  public Spread spread() {
    return Spread.of(calls);
  }

  /** From now on this goes wrong; calls are counted from 1 again. */
  public void faults(Faults faults) {
    weather.set(faults);
  }

  /** From now on it has these quirks and no others. */
  public void quirks(Quirk... quirks) {
    weather.set(List.of(quirks));
  }

  /** All groups with their people and faces. */
  public List<GroupState> state() {
    return groups.states();
  }

  /** Forgets groups, faceIds, calls and faults; quirks stay. */
  public void reset() {
    groups.clear();
    faces.clear();
    calls.clear();
    rateLimit.clear();
    weather.set(Faults.NONE);
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
