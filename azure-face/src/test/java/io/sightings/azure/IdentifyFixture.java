package io.sightings.azure;

import io.sightings.azure.identify.AzureCandidate;
import io.sightings.azure.identify.AzureIdentifyResult;
import io.sightings.azure.people.UserDataKeys;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.azure.settings.BudgetSettings;
import io.sightings.azure.settings.IdentifySettings;
import io.sightings.azure.settings.OutageSettings;
import io.sightings.azure.settings.ResourceSettings;
import io.sightings.emulator.FaceEmulator;
import io.sightings.fixtures.DrawnPerson;
import io.sightings.fixtures.FaceApiCaller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What is needed to ask a stand-in about faces. */
final class IdentifyFixture {
  static final String GROUP = "sightings";

  private IdentifyFixture() {}

  /** Hardly ever throttled by us, soon tired of what does not answer. */
  static AzureSettings settings(FaceEmulator first, FaceEmulator... others) {
    List<ResourceSettings> more = new ArrayList<>();
    for (FaceEmulator other : others) {
      more.add(new ResourceSettings(other.endpoint().toString(), other.key(), ""));
    }
    Duration soon = Duration.ofMillis(20);
    return AzureSettings.DEFAULT
        .withResource(first.endpoint().toString(), first.key())
        .withOthers(more)
        .withBudget(BudgetSettings.DEFAULT.withRates(1000, 0, 0))
        .withOutage(new OutageSettings(3, soon, soon, 3, soon, soon))
        .withIdentify(
            IdentifySettings.DEFAULT
                .withBatchWait(Duration.ofMillis(20))
                .withPatience(Duration.ofMinutes(1), Duration.ofMinutes(2)))
        .withTimeout(Duration.ofMinutes(1));
  }

  /** With time for others to share a call. */
  static AzureSettings gathering(FaceEmulator service, Duration wait) {
    AzureSettings settings = settings(service);
    return settings.withIdentify(settings.identify().withBatchWait(wait));
  }

  static String make(FaceEmulator service) {
    return make(service, "recognition_04");
  }

  static String make(FaceEmulator service, String model) {
    FaceApiCaller.withKey(service.endpoint(), service.key())
        .put("largepersongroups/" + GROUP, "{'name':'G','recognitionModel':'" + model + "'}");
    return GROUP;
  }

  /** Puts somebody into the group, as an enrolment does; returns the service's id. */
  static String enrol(FaceEmulator service, DrawnPerson person) {
    return enrol(service, person.name(), ShotFixture.portrait(person));
  }

  static String enrol(FaceEmulator service, String name, byte[]... photos) {
    FaceApiCaller caller = FaceApiCaller.withKey(service.endpoint(), service.key());
    String key = UserDataKeys.ofPerson(name.toLowerCase(Locale.ROOT));
    String id =
        caller
            .post(
                "largepersongroups/" + GROUP + "/persons",
                "{'name':'" + name + "','userData':'" + key + "'}")
            .body()
            .path("personId")
            .asText();
    for (byte[] photo : photos) {
      caller.addFace(GROUP, id, photo);
    }
    return id;
  }

  static void train(FaceEmulator service) {
    FaceApiCaller.withKey(service.endpoint(), service.key())
        .post("largepersongroups/" + GROUP + "/train");
  }

  /** A group that knows them. */
  static void know(FaceEmulator service, DrawnPerson... people) {
    make(service);
    for (DrawnPerson person : people) {
      enrol(service, person);
    }
    train(service);
    service.calls().clear();
  }

  static <T> T told(CompletableFuture<T> future) {
    try {
      return future.get(3, TimeUnit.MINUTES);
    } catch (Exception e) {
      throw new AssertionError("A question was not answered.", e);
    }
  }

  /** The likeliest person's name; empty for nobody. */
  static String name(AzureIdentifyResult answer) {
    return answer.candidates().stream().findFirst().map(AzureCandidate::name).orElse("");
  }

  static long calls(FaceEmulator service, String operation) {
    var counts = service.calls().counts().get(operation);
    return counts == null ? 0 : counts.calls();
  }
}
