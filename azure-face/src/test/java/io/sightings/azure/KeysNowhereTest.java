package io.sightings.azure;

import static io.sightings.azure.IdentifyFixture.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.azure.call.CallOptions.CallPriority;
import io.sightings.azure.identify.AzureDetector;
import io.sightings.azure.identify.AzureIdentifier;
import io.sightings.azure.identify.AzureIdentifyResult;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.emulator.FaceEmulator;
import io.sightings.emulator.FaceEmulatorSettings;
import io.sightings.emulator.fault.CallFault;
import io.sightings.emulator.fault.CallFault.Drop;
import io.sightings.emulator.fault.CallFault.Ending;
import io.sightings.emulator.fault.CallFault.Hang;
import io.sightings.emulator.fault.CallFault.Moment;
import io.sightings.emulator.fault.CallFault.Refuse;
import io.sightings.emulator.fault.CallFault.Warn;
import io.sightings.emulator.fault.FaultPlan;
import io.sightings.emulator.fault.FaultPlan.FaultRule;
import io.sightings.emulator.wire.ApiOperation;
import io.sightings.engine.FaceShot;
import io.sightings.fixtures.DrawnPerson;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong and however much is logged, nobody is shown a key. */
class KeysNowhereTest {
  private static final String KEY = "0123456789abcdefKEYfedcba9876543210";

  private static final Duration SHORT = Duration.ofMillis(400);
  private static final Duration LONG = Duration.ofSeconds(60);

  /** Those that say the key themselves. */
  private static final List<CallFault> TELLING =
      List.of(
          new Refuse(401, "401", "The key " + KEY + " is wrong.", 0, Moment.BEFORE_WORK),
          new Refuse(403, "403", "No access with " + KEY + ".", 0, Moment.BEFORE_WORK),
          new Refuse(400, "BadArgument", KEY + " is no argument.", 0, Moment.BEFORE_WORK),
          new Refuse(404, "404", "Resource not found: " + KEY, 0, Moment.BEFORE_WORK),
          new Refuse(503, KEY, "The code is a key.", 0, Moment.BEFORE_WORK));

  private static final List<CallFault> OTHERS =
      List.of(
          CallFault.expiredToken(),
          CallFault.throttled(),
          CallFault.failure(Moment.AFTER_WORK),
          CallFault.conflict(),
          new Drop(Moment.BEFORE_WORK, Ending.RESET),
          new Drop(Moment.IN_ANSWER, Ending.CLOSE),
          new Hang(Moment.BEFORE_WORK),
          new Warn());

  @Test
  void noKeyIsLoggedToldOrThrown() {
    StringBuilder seen = new StringBuilder();
    try (ShotFixture shots = ShotFixture.drawn();
        FaceEmulator service =
            FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED.withCredentials(KEY, null));
        AzureTestLog log = AzureTestLog.ofAll()) {
      IdentifyFixture.know(service, DrawnPerson.ADA);
      FaceShot ada = shots.of(DrawnPerson.ADA);
      for (ApiOperation operation :
          List.of(ApiOperation.DETECT, ApiOperation.IDENTIFY, ApiOperation.LIST_PERSONS)) {
        for (CallFault fault : TELLING) {
          seen.append(asked(service, FaultRule.every(operation, fault), ada));
        }
      }
      for (CallFault fault : OTHERS) {
        seen.append(asked(service, FaultRule.every(ApiOperation.DETECT, fault), ada));
      }
      service.faults(FaultPlan.NONE);
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

  private static String asked(FaceEmulator service, FaultRule rule, FaceShot shot) {
    service.faults(FaultPlan.script(rule));
    return asked(service, shot, rule.fault() instanceof Hang ? SHORT : LONG);
  }

  private static String asked(FaceEmulator service, FaceShot shot, Duration timeout) {
    AzureSettings settings =
        IdentifyFixture.settings(service)
            .withTimeout(timeout)
            .withIdentify(
                IdentifyFixture.settings(service)
                    .identify()
                    .withPatience(timeout.multipliedBy(3), timeout.multipliedBy(3)));
    try (AzureIdentifier identifier = AzureIdentifier.open(settings);
        AzureDetector detector = AzureDetector.open(settings, true)) {
      AzureIdentifyResult answer =
          told(identifier.identify(shot, identifier.options(CallPriority.NEW)));
      var found = told(detector.detect(shot.jpeg(), detector.options(CallPriority.NEW)));
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
