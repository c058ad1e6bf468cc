package io.sightings.faceservice;

import static io.sightings.faceservice.Asking.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.engine.Shot;
import io.sightings.engine.azure.call.Priority;
import io.sightings.engine.azure.identify.AzureAnswer;
import io.sightings.engine.azure.identify.AzureDetector;
import io.sightings.engine.azure.identify.AzureIdentifier;
import io.sightings.engine.azure.settings.AzureSettings;
import io.sightings.faceservice.fault.Fault;
import io.sightings.faceservice.fault.Fault.Drop;
import io.sightings.faceservice.fault.Fault.Ending;
import io.sightings.faceservice.fault.Fault.Hang;
import io.sightings.faceservice.fault.Fault.Moment;
import io.sightings.faceservice.fault.Fault.Refuse;
import io.sightings.faceservice.fault.Fault.Warn;
import io.sightings.faceservice.fault.Faults;
import io.sightings.faceservice.fault.Rule;
import io.sightings.faceservice.wire.Operation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong and however much is logged, nobody is shown a key. */
class KeysNowhereTest {
  private static final String KEY = "0123456789abcdefKEYfedcba9876543210";

  private static final Duration SHORT = Duration.ofMillis(400);
  private static final Duration LONG = Duration.ofSeconds(60);

  /** Those that say the key themselves. */
  private static final List<Fault> TELLING =
      List.of(
          new Refuse(401, "401", "The key " + KEY + " is wrong.", 0, Moment.BEFORE_WORK),
          new Refuse(403, "403", "No access with " + KEY + ".", 0, Moment.BEFORE_WORK),
          new Refuse(400, "BadArgument", KEY + " is no argument.", 0, Moment.BEFORE_WORK),
          new Refuse(404, "404", "Resource not found: " + KEY, 0, Moment.BEFORE_WORK),
          new Refuse(503, KEY, "The code is a key.", 0, Moment.BEFORE_WORK));

  private static final List<Fault> OTHERS =
      List.of(
          Fault.expiredToken(),
          Fault.throttled(),
          Fault.failure(Moment.AFTER_WORK),
          Fault.conflict(),
          new Drop(Moment.BEFORE_WORK, Ending.RESET),
          new Drop(Moment.IN_ANSWER, Ending.CLOSE),
          new Hang(Moment.BEFORE_WORK),
          new Warn());

  @Test
  void noKeyIsLoggedToldOrThrown() {
    StringBuilder seen = new StringBuilder();
    try (Shots shots = Shots.drawn();
        FaceService service = FaceService.start(Drawn.settings().withCredentials(KEY, null));
        LogLines log = LogLines.ofAll()) {
      Asking.know(service, Drawn.ADA);
      Shot ada = shots.of(Drawn.ADA);
      for (Operation operation :
          List.of(Operation.DETECT, Operation.IDENTIFY, Operation.LIST_PERSONS)) {
        for (Fault fault : TELLING) {
          seen.append(asked(service, Rule.every(operation, fault), ada));
        }
      }
      for (Fault fault : OTHERS) {
        seen.append(asked(service, Rule.every(Operation.DETECT, fault), ada));
      }
      service.faults(Faults.NONE);
      seen.append(asked(service, ada, LONG)).append(log.text());
      assertThat(log.text())
          .as("what is logged with AZURE_HTTP_LOG_DETAIL_LEVEL as in the module's pom")
          .contains("/face/v1.2/detect");
    }
    assertThat(seen.toString())
        .contains("IDENTIFIED")
        .contains("NOT_ALLOWED")
        .contains("THROTTLED")
        .doesNotContainIgnoringCase(KEY);
  }

  private static String asked(FaceService service, Rule rule, Shot shot) {
    service.faults(Faults.script(rule));
    return asked(service, shot, rule.fault() instanceof Hang ? SHORT : LONG);
  }

  private static String asked(FaceService service, Shot shot, Duration timeout) {
    AzureSettings settings =
        Asking.settings(service)
            .withTimeout(timeout)
            .withIdentify(
                Asking.settings(service)
                    .identify()
                    .withPatience(timeout.multipliedBy(3), timeout.multipliedBy(3)));
    try (AzureIdentifier identifier = AzureIdentifier.open(settings);
        AzureDetector detector = AzureDetector.open(settings, true)) {
      AzureAnswer answer = told(identifier.identify(shot, identifier.options(Priority.NEW)));
      var found = told(detector.detect(shot.jpeg(), detector.options(Priority.NEW)));
      return List.of(
              answer,
              found,
              identifier,
              identifier.availability(),
              identifier.counts(),
              told(identifier.check()),
              settings,
              settings.resources())
          .toString();
    }
  }
}
