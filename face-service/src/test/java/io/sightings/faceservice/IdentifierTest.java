package io.sightings.faceservice;

import static io.sightings.faceservice.Asking.calls;
import static io.sightings.faceservice.Asking.name;
import static io.sightings.faceservice.Asking.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sightings.engine.Box;
import io.sightings.engine.Shot;
import io.sightings.engine.azure.call.Priority;
import io.sightings.engine.azure.identify.AzureAnswer;
import io.sightings.engine.azure.identify.AzureDetection;
import io.sightings.engine.azure.identify.AzureDetector;
import io.sightings.engine.azure.identify.AzureFace;
import io.sightings.engine.azure.identify.AzureIdentifier;
import io.sightings.engine.azure.identify.Outcome;
import io.sightings.engine.azure.settings.AzureSettings;
import io.sightings.engine.azure.settings.BudgetSettings;
import io.sightings.faceservice.calls.RecordedCall;
import io.sightings.faceservice.fault.Quirk;
import io.sightings.faceservice.wire.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdentifierTest {
  private final Shots shots = Shots.drawn();
  private FaceService service;

  @BeforeEach
  void start() {
    service = FaceService.start(Drawn.settings());
    Asking.know(service, Drawn.ADA, Drawn.CLEO);
  }

  @AfterEach
  void stop() {
    service.close();
    shots.close();
  }

  private AzureAnswer ask(AzureSettings settings, Shot shot) {
    try (AzureIdentifier identifier = AzureIdentifier.open(settings)) {
      return told(identifier.identify(shot, identifier.options(Priority.NEW)));
    }
  }

  private AzureAnswer ask(Shot shot) {
    return ask(Asking.settings(service), shot);
  }

  @Test
  void aFaceIsNamedAtThePriceOfTwoCalls() {
    AzureAnswer answer = ask(shots.of(Drawn.ADA));

    assertThat(answer.outcome()).isEqualTo(Outcome.IDENTIFIED);
    assertThat(answer.candidates().get(0).personId()).isEqualTo("ada");
    assertThat(answer.candidates().get(0).name()).isEqualTo("ADA");
    assertThat(answer.candidates().get(0).confidence()).isBetween(0.5, 1.0);
    assertThat(answer.paidCalls()).isEqualTo(2);
    assertThat(answer.resource()).isEqualTo("127.0.0.1");
    assertThat(answer.peopleVersion()).startsWith("sightings@20");
    assertThat(answer.attributes().qualityForRecognition()).hasToString("high");
    assertThat(answer.attributes().headPose()).isNotNull();
  }

  @Test
  void somebodyTheGroupDoesNotKnowIsUnknown() {
    AzureAnswer answer = ask(shots.of(Drawn.BEN));

    assertThat(answer.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(answer.text()).isEqualTo("The group does not know this person.");
    assertThat(answer.candidates()).isEmpty();
    assertThat(answer.peopleVersion()).startsWith("sightings@20");
  }

  @Test
  void tenTracksShareOneIdentifyCallAndEachHasItsOwnAnswer() {
    AzureSettings settings = Asking.gathering(service, Duration.ofSeconds(10));
    List<AzureFace> faces = new ArrayList<>();
    try (AzureDetector detector = AzureDetector.open(settings, true);
        AzureIdentifier identifier = AzureIdentifier.open(settings)) {
      for (int i = 0; i < 10; i++) {
        byte[] picture = Shots.portrait(Drawn.values()[i % 3]);
        faces.addAll(told(detector.detect(picture, detector.options(Priority.NEW))).faces());
      }
      List<CompletableFuture<AzureAnswer>> questions =
          faces.stream()
              .map(face -> identifier.identify(face, identifier.options(Priority.NEW)))
              .toList();

      for (int i = 0; i < 10; i++) {
        AzureAnswer answer = told(questions.get(i));
        Drawn person = Drawn.values()[i % 3];
        assertThat(name(answer)).isEqualTo(person == Drawn.BEN ? "" : person.name());
        assertThat(answer.paidCalls()).isEqualTo(0.1, within(1e-6));
      }
    }
    assertThat(calls(service, "identify")).isEqualTo(1);
  }

  @Test
  void aFaceTheServiceHasForgottenDoesNotCostTheOthersTheirAnswer() {
    AzureSettings settings = Asking.gathering(service, Duration.ofSeconds(1));
    try (AzureDetector detector = AzureDetector.open(settings, true);
        AzureIdentifier identifier = AzureIdentifier.open(settings)) {
      AzureDetection found =
          told(detector.detect(Shots.portrait(Drawn.ADA), detector.options(Priority.NEW)));
      AzureFace ada = found.faces().get(0);
      AzureFace forgotten =
          new AzureFace(
              ada.box(), null, null, UUID.randomUUID().toString(), ada.resource(), Instant.now());
      var one = identifier.identify(ada, identifier.options(Priority.NEW));
      var other = identifier.identify(forgotten, identifier.options(Priority.NEW));

      assertThat(name(told(one))).isEqualTo("ADA");
      assertThat(told(one).paidCalls()).isEqualTo(1.5);
      assertThat(told(other).outcome()).isEqualTo(Outcome.THROTTLED);
      assertThat(told(other).text()).contains("FaceNotFound").contains("expired");
      assertThat(told(other).paidCalls()).isEqualTo(1.5);
      assertThat(calls(service, "identify")).isEqualTo(3);
    }
  }

  @Test
  void ofSeveralFacesInAShotTheNearestIsMeant() {
    byte[] both = Drawn.together(Drawn.ADA.portrait(1), Drawn.CLEO.portrait(1));
    var faces = shots.faces(both);
    assertThat(faces).hasSize(2);
    List<String> names = new ArrayList<>();
    for (var face : faces) {
      names.add(name(ask(new Shot(both, face.box()))));
    }
    boolean firstIsLeft = faces.get(0).box().x() < faces.get(1).box().x();
    assertThat(names).containsExactly(firstIsLeft ? "ADA" : "CLEO", firstIsLeft ? "CLEO" : "ADA");
  }

  @Test
  void aFaceWhereOursIsNotIsNotTakenForOurs() {
    Shot shot = shots.of(Drawn.ADA);
    Box elsewhere = new Box(0, 0, shot.face().width() / 3, shot.face().height() / 3);
    assertThat(ask(new Shot(shot.jpeg(), elsewhere)).outcome()).isEqualTo(Outcome.NO_FACE);
    AzureAnswer answer = ask(new Shot(Pictures.clothes(), shot.face()));
    assertThat(answer.outcome()).isEqualTo(Outcome.NO_FACE);
    assertThat(answer.paidCalls()).isEqualTo(1);
    assertThat(calls(service, "identify")).isZero();
  }

  @Test
  void aFaceOfPoorQualityIsNotAskedAbout() {
    AzureSettings strict =
        Asking.settings(service)
            .withIdentify(Asking.settings(service).identify().withMinQuality("high"));
    byte[] far = Pictures.inCorner(Drawn.ADA.portrait(1), 160, 400, 400);

    AzureAnswer answer = ask(strict, shots.of(far));

    assertThat(answer.outcome()).isEqualTo(Outcome.LOW_QUALITY);
    assertThat(answer.text()).contains("high is needed (azure.identify.minQuality)");
    assertThat(answer.attributes()).isNotNull();
    assertThat(answer.paidCalls()).isEqualTo(1);
    assertThat(calls(service, "identify")).isZero();
  }

  @Test
  void aPictureTheServiceDoesNotTakeIsNotSent() {
    AzureAnswer answer = ask(new Shot(new byte[100], new Box(0, 0, 10, 10)));
    assertThat(answer.outcome()).isEqualTo(Outcome.BAD_IMAGE);
    assertThat(answer.text()).contains("1 KB to 6 MB");
    assertThat(answer.paidCalls()).isZero();
    assertThat(service.calls().since(0)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Quirk.class,
      names = {
        "SHUFFLED_MEMBERS",
        "UNKNOWN_VALUES",
        "MISSING_MEMBERS",
        "CAPITALISED_VALUES",
        "WARNING_299"
      })
  void namesAreTheSameHoweverTheServiceWrites(Quirk quirk) {
    service.quirks(quirk, Quirk.SHUFFLED_ANSWERS);
    AzureAnswer answer = ask(shots.of(Drawn.CLEO));
    assertThat(answer.outcome()).isEqualTo(Outcome.IDENTIFIED);
    assertThat(answer.candidates().get(0).personId()).isEqualTo("cleo");
  }

  @Test
  void whoeverIsNewComesBeforeWhoeverIsAskedAboutAgainAndTheRateIsKept() {
    AzureSettings slow =
        Asking.settings(service)
            .withBudget(new BudgetSettings(6, 0, 0, 1, Duration.ofSeconds(10), 32, 1000, 1));
    Shot known = shots.of(Drawn.ADA);
    Shot stranger = shots.of(Drawn.CLEO);
    try (AzureIdentifier identifier = AzureIdentifier.open(slow)) {
      List<CompletableFuture<AzureAnswer>> all = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        all.add(identifier.identify(known, identifier.options(Priority.RECHECK)));
      }
      for (int i = 0; i < 2; i++) {
        all.add(identifier.identify(stranger, identifier.options(Priority.NEW)));
      }
      all.forEach(Asking::told);
    }
    List<Long> shown =
        service.calls().since(0).stream()
            .filter(call -> call.operation() == Operation.DETECT)
            .map(RecordedCall::bytes)
            .toList();
    assertThat(shown).hasSize(14);
    assertThat(shown.lastIndexOf((long) stranger.jpeg().length))
        .isBetween(0, shown.lastIndexOf((long) known.jpeg().length) - 1);
    assertThat(service.spread().highestInASecond()).isLessThanOrEqualTo(6);
    assertThat(service.calls().since(0)).noneMatch(call -> call.status() == 429);
  }
}
