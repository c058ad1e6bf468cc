package io.sightings.faceservice;

import static io.sightings.faceservice.Asking.calls;
import static io.sightings.faceservice.Asking.name;
import static io.sightings.faceservice.Asking.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.engine.Shot;
import io.sightings.engine.azure.call.Priority;
import io.sightings.engine.azure.identify.AzureAnswer;
import io.sightings.engine.azure.identify.AzureDetector;
import io.sightings.engine.azure.identify.AzureFace;
import io.sightings.engine.azure.identify.AzureIdentifier;
import io.sightings.engine.azure.identify.Outcome;
import io.sightings.engine.azure.settings.AzureSettings;
import io.sightings.faceservice.fault.Fault;
import io.sightings.faceservice.fault.Faults;
import io.sightings.faceservice.fault.Quirk;
import io.sightings.faceservice.fault.Rule;
import io.sightings.faceservice.wire.Operation;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Names are kept here, and read again from time to time. */
class NamesTest {
  private static final Duration REFRESH = Duration.ofMinutes(11);

  private final ManualClock clock = new ManualClock();
  private final Shots shots = Shots.drawn();
  private FaceService service;
  private AzureIdentifier identifier;
  private String ada;

  @BeforeEach
  void start() {
    service = FaceService.start(Drawn.settings());
    Asking.make(service);
    ada = Asking.enrol(service, Drawn.ADA);
    Asking.train(service);
    service.calls().clear();
    identifier = AzureIdentifier.open(Asking.settings(service), clock);
  }

  @AfterEach
  void stop() {
    identifier.close();
    service.close();
    shots.close();
  }

  private AzureAnswer ask(Drawn person) {
    return told(identifier.identify(shots.of(person), identifier.options(Priority.NEW)));
  }

  private Caller caller() {
    return Caller.of(service);
  }

  private String person() {
    return "largepersongroups/" + Asking.GROUP + "/persons/" + ada;
  }

  @Test
  void theListIsReadOnceForManyAnswers() {
    for (int i = 0; i < 5; i++) {
      assertThat(name(ask(Drawn.ADA))).isEqualTo("ADA");
    }
    assertThat(calls(service, "listPersons")).isEqualTo(1);
    assertThat(calls(service, "getTrainingStatus")).isEqualTo(1);
    assertThat(calls(service, "getPerson")).isZero();
  }

  @Test
  void aRenamedPersonHasTheNewNameAfterTheNextReadingAndTheSameId() {
    ask(Drawn.ADA);
    caller().patch(person(), "{'name':'Lady Lovelace'}");
    assertThat(name(ask(Drawn.ADA))).isEqualTo("ADA");

    clock.pass(REFRESH);
    Waiting.until(() -> name(ask(Drawn.ADA)).equals("Lady Lovelace"));
    assertThat(ask(Drawn.ADA).candidates().get(0).personId()).isEqualTo("ada");
    assertThat(calls(service, "listPersons")).isEqualTo(2);
  }

  @Test
  void whoeverIsForgottenIsNobodyEvenBeforeTheNextTraining() {
    service.quirks(Quirk.DELETED_LINGER);
    ask(Drawn.ADA);
    caller().delete(person());

    clock.pass(REFRESH);
    Waiting.until(() -> ask(Drawn.ADA).outcome() == Outcome.UNKNOWN);
    ask(Drawn.ADA);
    assertThat(calls(service, "getPerson")).isEqualTo(1);
  }

  @Test
  void somebodyEnrolledSinceIsAskedForByIdOnce() {
    ask(Drawn.ADA);
    Asking.enrol(service, Drawn.BEN);
    Asking.train(service);

    AzureAnswer answer = ask(Drawn.BEN);
    assertThat(name(answer)).isEqualTo("BEN");
    assertThat(answer.paidCalls()).isEqualTo(3);
    assertThat(ask(Drawn.BEN).paidCalls()).isEqualTo(2);
    assertThat(calls(service, "getPerson")).isEqualTo(1);
  }

  @Test
  void theVersionChangesWithTheTraining() {
    String before = ask(Drawn.ADA).peopleVersion();
    Asking.enrol(service, Drawn.BEN);
    Asking.train(service);

    clock.pass(REFRESH);
    Waiting.until(() -> !ask(Drawn.ADA).peopleVersion().equals(before));
    assertThat(ask(Drawn.ADA).peopleVersion()).startsWith("sightings@");
  }

  @Test
  void anOldListServesWhileANewOneCannotBeRead() {
    ask(Drawn.ADA);
    service.faults(Faults.script(Rule.every(Operation.LIST_PERSONS, Fault.unavailable())));
    clock.pass(REFRESH);
    for (int i = 0; i < 3; i++) {
      assertThat(name(ask(Drawn.ADA))).isEqualTo("ADA");
    }
  }

  @Test
  void aPersonSomebodyElseHasMadeHasTheServicesId() {
    String other = caller().createPerson(Asking.GROUP, "Cleo");
    caller().addFace(Asking.GROUP, other, Shots.portrait(Drawn.CLEO));
    Asking.train(service);
    AzureAnswer answer = ask(Drawn.CLEO);
    assertThat(name(answer)).isEqualTo("Cleo");
    assertThat(answer.candidates().get(0).personId()).isEqualTo("azure-" + other);
  }

  @Test
  void whoeverIsInTheGroupTwiceIsOneCandidate() {
    Asking.enrol(service, Drawn.ADA);
    Asking.train(service);
    AzureAnswer answer = ask(Drawn.ADA);
    assertThat(answer.candidates()).hasSize(1);
    assertThat(answer.candidates().get(0).personId()).isEqualTo("ada");
  }

  @Test
  void allWhoAskWithTheSameSettingsShareCallsAndNames() {
    AzureSettings settings = Asking.gathering(service, Duration.ofSeconds(1));
    Shot ada = shots.of(Drawn.ADA);
    try (AzureDetector detector = AzureDetector.open(settings, true);
        AzureIdentifier one = AzureIdentifier.open(settings);
        AzureIdentifier other = AzureIdentifier.open(settings)) {
      told(one.check());
      told(other.check());
      AzureFace face =
          told(detector.detect(ada.jpeg(), detector.options(Priority.NEW))).faces().get(0);
      AzureFace again =
          told(detector.detect(ada.jpeg(), detector.options(Priority.NEW))).faces().get(0);
      var first = one.identify(face, one.options(Priority.NEW));
      var second = other.identify(again, other.options(Priority.NEW));
      assertThat(name(told(first))).isEqualTo("ADA");
      assertThat(name(told(second))).isEqualTo("ADA");
    }
    assertThat(calls(service, "identify")).isEqualTo(1);
    assertThat(calls(service, "listPersons")).isEqualTo(1);
    assertThat(calls(service, "getGroup")).isZero();
    assertThat(calls(service, "getTrainingStatus")).isEqualTo(1);
  }
}
