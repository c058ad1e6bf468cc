package io.sightings.azure;

import static io.sightings.azure.IdentifyFixture.calls;
import static io.sightings.azure.IdentifyFixture.name;
import static io.sightings.azure.IdentifyFixture.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sightings.azure.call.CallOptions.CallPriority;
import io.sightings.azure.identify.AzureDetectResult;
import io.sightings.azure.identify.AzureDetector;
import io.sightings.azure.identify.AzureIdentifier;
import io.sightings.azure.identify.AzureIdentifyResult;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.azure.settings.BudgetSettings;
import io.sightings.contract.FaceBox;
import io.sightings.contract.InquiryOutcome;
import io.sightings.emulator.FaceEmulator;
import io.sightings.emulator.FaceEmulatorSettings;
import io.sightings.emulator.calls.RecordedCall;
import io.sightings.emulator.fault.ServiceQuirk;
import io.sightings.emulator.wire.ApiOperation;
import io.sightings.engine.FaceShot;
import io.sightings.engine.ServiceDetection;
import io.sightings.engine.ServiceFace;
import io.sightings.fixtures.DrawnPerson;
import io.sightings.fixtures.DrawnPictures;
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
  private final ShotFixture shots = ShotFixture.drawn();
  private FaceEmulator service;

  @BeforeEach
  void start() {
    service = FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED);
    IdentifyFixture.know(service, DrawnPerson.ADA, DrawnPerson.CLEO);
  }

  @AfterEach
  void stop() {
    service.close();
    shots.close();
  }

  private AzureIdentifyResult ask(AzureSettings settings, FaceShot shot) {
    try (AzureIdentifier identifier = AzureIdentifier.open(settings)) {
      return told(identifier.identify(shot, identifier.options(CallPriority.NEW)));
    }
  }

  private AzureIdentifyResult ask(FaceShot shot) {
    return ask(IdentifyFixture.settings(service), shot);
  }

  @Test
  void aFaceIsNamedAtThePriceOfTwoCalls() {
    AzureIdentifyResult answer = ask(shots.of(DrawnPerson.ADA));

    assertThat(answer.outcome()).isEqualTo(InquiryOutcome.IDENTIFIED);
    assertThat(answer.candidates().get(0).personId()).isEqualTo("ada");
    assertThat(answer.candidates().get(0).name()).isEqualTo("ADA");
    assertThat(answer.candidates().get(0).confidence()).isBetween(0.5, 1.0);
    assertThat(answer.paidCalls()).isEqualTo(2);
    assertThat(answer.resource()).isEqualTo("127.0.0.1");
    assertThat(answer.peopleVersion()).startsWith("sightings@20");
    assertThat(answer.attributes().quality()).hasToString("high");
    assertThat(answer.attributes().yaw()).isNotNull();
  }

  @Test
  void somebodyTheGroupDoesNotKnowIsUnknown() {
    AzureIdentifyResult answer = ask(shots.of(DrawnPerson.BEN));

    assertThat(answer.outcome()).isEqualTo(InquiryOutcome.UNKNOWN);
    assertThat(answer.text()).isEqualTo("The group does not know this person.");
    assertThat(answer.candidates()).isEmpty();
    assertThat(answer.peopleVersion()).startsWith("sightings@20");
  }

  @Test
  void tenTracksShareOneIdentifyCallAndEachHasItsOwnAnswer() {
    AzureSettings settings = IdentifyFixture.gathering(service, Duration.ofSeconds(10));
    List<ServiceDetection> faces = new ArrayList<>();
    try (AzureDetector detector = AzureDetector.open(settings, true);
        AzureIdentifier identifier = AzureIdentifier.open(settings)) {
      for (int i = 0; i < 10; i++) {
        byte[] picture = ShotFixture.portrait(DrawnPerson.values()[i % 3]);
        faces.addAll(told(detector.detect(picture, detector.options(CallPriority.NEW))).faces());
      }
      List<CompletableFuture<AzureIdentifyResult>> questions =
          faces.stream()
              .map(
                  face -> identifier.identify(face.service(), identifier.options(CallPriority.NEW)))
              .toList();

      for (int i = 0; i < 10; i++) {
        AzureIdentifyResult answer = told(questions.get(i));
        DrawnPerson person = DrawnPerson.values()[i % 3];
        assertThat(name(answer)).isEqualTo(person == DrawnPerson.BEN ? "" : person.name());
        assertThat(answer.paidCalls()).isEqualTo(0.1, within(1e-6));
      }
    }
    assertThat(calls(service, "identify")).isEqualTo(1);
  }

  @Test
  void aFaceTheServiceHasForgottenDoesNotCostTheOthersTheirAnswer() {
    AzureSettings settings = IdentifyFixture.gathering(service, Duration.ofSeconds(1));
    try (AzureDetector detector = AzureDetector.open(settings, true);
        AzureIdentifier identifier = AzureIdentifier.open(settings)) {
      AzureDetectResult found =
          told(
              detector.detect(
                  ShotFixture.portrait(DrawnPerson.ADA), detector.options(CallPriority.NEW)));
      ServiceFace ada = found.faces().get(0).service();
      ServiceFace forgotten =
          new ServiceFace(
              UUID.randomUUID().toString(), ada.resource(), Instant.now().toEpochMilli(), null);
      var one = identifier.identify(ada, identifier.options(CallPriority.NEW));
      var other = identifier.identify(forgotten, identifier.options(CallPriority.NEW));

      assertThat(name(told(one))).isEqualTo("ADA");
      assertThat(told(one).paidCalls()).isEqualTo(1.5);
      assertThat(told(other).outcome()).isEqualTo(InquiryOutcome.THROTTLED);
      assertThat(told(other).text()).contains("FaceNotFound").contains("expired");
      assertThat(told(other).paidCalls()).isEqualTo(1.5);
      assertThat(calls(service, "identify")).isEqualTo(3);
    }
  }

  @Test
  void ofSeveralFacesInAShotTheNearestIsMeant() {
    byte[] both = DrawnPerson.together(DrawnPerson.ADA.portrait(1), DrawnPerson.CLEO.portrait(1));
    var faces = shots.faces(both);
    assertThat(faces).hasSize(2);
    List<String> names = new ArrayList<>();
    for (var face : faces) {
      names.add(name(ask(new FaceShot(both, face.box()))));
    }
    boolean firstIsLeft = faces.get(0).box().x() < faces.get(1).box().x();
    assertThat(names).containsExactly(firstIsLeft ? "ADA" : "CLEO", firstIsLeft ? "CLEO" : "ADA");
  }

  @Test
  void aFaceWhereOursIsNotIsNotTakenForOurs() {
    FaceShot shot = shots.of(DrawnPerson.ADA);
    FaceBox elsewhere = new FaceBox(0, 0, shot.face().width() / 3, shot.face().height() / 3);
    assertThat(ask(new FaceShot(shot.jpeg(), elsewhere)).outcome())
        .isEqualTo(InquiryOutcome.NO_FACE);
    AzureIdentifyResult answer = ask(new FaceShot(DrawnPictures.clothes(), shot.face()));
    assertThat(answer.outcome()).isEqualTo(InquiryOutcome.NO_FACE);
    assertThat(answer.paidCalls()).isEqualTo(1);
    assertThat(calls(service, "identify")).isZero();
  }

  @Test
  void aFaceOfPoorQualityIsNotAskedAbout() {
    AzureSettings strict =
        IdentifyFixture.settings(service)
            .withIdentify(IdentifyFixture.settings(service).identify().withMinQuality("high"));
    byte[] far = DrawnPictures.inCorner(DrawnPerson.ADA.portrait(1), 160, 400, 400);

    AzureIdentifyResult answer = ask(strict, shots.of(far));

    assertThat(answer.outcome()).isEqualTo(InquiryOutcome.LOW_QUALITY);
    assertThat(answer.text()).contains("high is needed (azure.identify.minQuality)");
    assertThat(answer.attributes()).isNotNull();
    assertThat(answer.paidCalls()).isEqualTo(1);
    assertThat(calls(service, "identify")).isZero();
  }

  @Test
  void aPictureTheServiceDoesNotTakeIsNotSent() {
    AzureIdentifyResult answer = ask(new FaceShot(new byte[100], new FaceBox(0, 0, 10, 10)));
    assertThat(answer.outcome()).isEqualTo(InquiryOutcome.BAD_IMAGE);
    assertThat(answer.text()).contains("1 KB to 6 MB");
    assertThat(answer.paidCalls()).isZero();
    assertThat(service.calls().since(0)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = ServiceQuirk.class,
      names = {
        "SHUFFLED_MEMBERS",
        "UNKNOWN_VALUES",
        "MISSING_MEMBERS",
        "CAPITALISED_VALUES",
        "WARNING_299"
      })
  void namesAreTheSameHoweverTheServiceWrites(ServiceQuirk quirk) {
    service.quirks(quirk, ServiceQuirk.SHUFFLED_ANSWERS);
    AzureIdentifyResult answer = ask(shots.of(DrawnPerson.CLEO));
    assertThat(answer.outcome()).isEqualTo(InquiryOutcome.IDENTIFIED);
    assertThat(answer.candidates().get(0).personId()).isEqualTo("cleo");
  }

  @Test
  void whoeverIsNewComesBeforeWhoeverIsAskedAboutAgainAndTheRateIsKept() {
    AzureSettings slow =
        IdentifyFixture.settings(service)
            .withBudget(new BudgetSettings(6, 0, 0, 1, Duration.ofSeconds(10), 32, 1000, 1));
    FaceShot known = shots.of(DrawnPerson.ADA);
    FaceShot stranger = shots.of(DrawnPerson.CLEO);
    try (AzureIdentifier identifier = AzureIdentifier.open(slow)) {
      List<CompletableFuture<AzureIdentifyResult>> all = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        all.add(identifier.identify(known, identifier.options(CallPriority.RECHECK)));
      }
      for (int i = 0; i < 2; i++) {
        all.add(identifier.identify(stranger, identifier.options(CallPriority.NEW)));
      }
      all.forEach(IdentifyFixture::told);
    }
    List<Long> shown =
        service.calls().since(0).stream()
            .filter(call -> call.operation() == ApiOperation.DETECT)
            .map(RecordedCall::bytes)
            .toList();
    assertThat(shown).hasSize(14);
    assertThat(shown.lastIndexOf((long) stranger.jpeg().length))
        .isBetween(0, shown.lastIndexOf((long) known.jpeg().length) - 1);
    assertThat(service.spread().highestInASecond()).isLessThanOrEqualTo(6);
    assertThat(service.calls().since(0)).noneMatch(call -> call.status() == 429);
  }
}
