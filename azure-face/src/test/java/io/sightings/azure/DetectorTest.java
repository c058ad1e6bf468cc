package io.sightings.azure;

import static io.sightings.azure.IdentifyFixture.calls;
import static io.sightings.azure.IdentifyFixture.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.azure.call.CallOptions.CallPriority;
import io.sightings.azure.identify.AzureDetectResult;
import io.sightings.azure.identify.AzureDetector;
import io.sightings.azure.identify.AzureIdentifier;
import io.sightings.azure.identify.AzureIdentifyResult;
import io.sightings.contract.InquiryOutcome;
import io.sightings.contract.image.UnreadableImageException;
import io.sightings.emulator.FaceEmulator;
import io.sightings.emulator.FaceEmulatorSettings;
import io.sightings.emulator.fault.CallFault;
import io.sightings.emulator.fault.FaultPlan;
import io.sightings.emulator.fault.FaultPlan.FaultRule;
import io.sightings.emulator.fault.ServiceQuirk;
import io.sightings.emulator.wire.ApiOperation;
import io.sightings.engine.DetectedFace;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.FrameAnalysis;
import io.sightings.engine.ServiceDetection;
import io.sightings.fixtures.DrawnPerson;
import io.sightings.fixtures.DrawnPictures;
import io.sightings.fixtures.ManualClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service finds the faces of whole pictures. */
class DetectorTest {
  private final ManualClock clock = new ManualClock();
  private static final byte[] BOTH =
      DrawnPerson.together(DrawnPerson.ADA.portrait(1), DrawnPerson.CLEO.portrait(1));
  private FaceEmulator service;

  @BeforeEach
  void start() {
    service = FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED);
    IdentifyFixture.know(service, DrawnPerson.ADA, DrawnPerson.CLEO);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private AzureDetector open(boolean identifying) {
    return AzureDetector.open(IdentifyFixture.settings(service), identifying, clock);
  }

  private AzureDetectResult detect(AzureDetector detector, byte[] picture) {
    return told(detector.detect(picture, detector.options(CallPriority.NEW)));
  }

  @Test
  void facesAreFoundWithIdsAndCanBeAskedAboutInOneCall() {
    try (AzureDetector detector = open(true);
        AzureIdentifier identifier =
            AzureIdentifier.open(
                IdentifyFixture.gathering(service, Duration.ofSeconds(1)), clock)) {
      AzureDetectResult found = detect(detector, BOTH);
      assertThat(found.failure()).isEmpty();
      assertThat(found.paidCalls()).isEqualTo(1);
      assertThat(found.faces()).hasSize(2);
      ServiceDetection larger = found.faces().get(0);
      assertThat(larger.place().box().area())
          .isGreaterThanOrEqualTo(found.faces().get(1).place().box().area());
      assertThat(larger.place().landmarks()).hasSize(10);
      assertThat(larger.place().landmarks()[0]).isLessThan(larger.place().landmarks()[2]);
      assertThat(larger.service().attributes().quality()).isNotNull();

      List<String> names =
          found.faces().stream()
              .map(
                  face -> identifier.identify(face.service(), identifier.options(CallPriority.NEW)))
              .toList()
              .stream()
              .map(IdentifyFixture::told)
              .map(IdentifyFixture::name)
              .toList();
      assertThat(names).containsExactlyInAnyOrder("ADA", "CLEO");
      assertThat(calls(service, "identify")).isEqualTo(1);
    }
  }

  @Test
  void theLocalEngineJudgesTheFacesTheServiceHasFound() throws UnreadableImageException {
    try (AzureDetector detector = open(true);
        ShotFixture shots = ShotFixture.drawn();
        FrameAnalyser analyser = shots.engine().newAnalyser()) {
      List<ServiceDetection> found = detect(detector, BOTH).faces();
      FrameAnalysis analysis =
          analyser.analyse(BOTH, found.stream().map(ServiceDetection::place).toList());
      assertThat(analysis.faces()).hasSize(2);
      for (int i = 0; i < 2; i++) {
        DetectedFace face = analysis.faces().get(i);
        assertThat(face.box().overlap(found.get(i).place().box())).isGreaterThan(0.99f);
        assertThat(face.quality().judgeable()).isTrue();
        assertThat(face.crop()).isNotNull();
      }
    }
  }

  @Test
  void withoutApprovalFacesAreFoundWithoutIdsAndThatIsSaidOnce() {
    service.quirks(ServiceQuirk.UNAPPROVED);
    try (AzureTestLog log = AzureTestLog.of("io.sightings");
        AzureDetector detector = open(true);
        AzureIdentifier identifier =
            AzureIdentifier.open(IdentifyFixture.settings(service), clock)) {
      AzureDetectResult found = detect(detector, BOTH);
      assertThat(found.faces()).hasSize(2);
      assertThat(found.faces()).allMatch(face -> face.service().faceId() == null);
      assertThat(found.paidCalls()).isEqualTo(1);

      service.calls().clear();
      for (int i = 0; i < 3; i++) {
        assertThat(detect(detector, BOTH).faces()).hasSize(2);
      }
      assertThat(calls(service, "detect")).isEqualTo(3);
      assertThat(log.text())
          .containsOnlyOnce("finds faces from now on, but names nobody")
          .contains("apply for access at https://aka.ms/facerecognition");

      AzureIdentifyResult answer =
          told(
              identifier.identify(
                  found.faces().get(0).service(), identifier.options(CallPriority.NEW)));
      assertThat(answer.outcome()).isEqualTo(InquiryOutcome.NOT_SUPPORTED);
      assertThat(answer.text()).contains("https://aka.ms/facerecognition");

      service.quirks();
      clock.pass(Duration.ofHours(2));
      assertThat(detect(detector, BOTH).faces()).allMatch(face -> face.service().faceId() != null);
    }
  }

  @Test
  void whereNobodyIsToBeNamedNoIdIsAskedFor() {
    service.quirks(ServiceQuirk.UNAPPROVED);
    try (AzureDetector detector = open(false)) {
      assertThat(detect(detector, BOTH).faces()).hasSize(2);
      assertThat(calls(service, "detect")).isEqualTo(1);
    }
  }

  @Test
  void aPictureWithoutFacesHasNone() {
    try (AzureDetector detector = open(true)) {
      AzureDetectResult found = detect(detector, DrawnPictures.clothes());
      assertThat(found.failure()).isEmpty();
      assertThat(found.faces()).isEmpty();
    }
  }

  @Test
  void whyAPictureWasNotSearchedIsTold() {
    try (AzureDetector detector = open(true)) {
      AzureDetectResult tooSmall = detect(detector, new byte[10]);
      assertThat(tooSmall.failure()).contains(InquiryOutcome.BAD_IMAGE);
      assertThat(tooSmall.paidCalls()).isZero();
      AzureDetectResult nonsense = detect(detector, new byte[5000]);
      assertThat(nonsense.failure()).contains(InquiryOutcome.BAD_IMAGE);
      assertThat(nonsense.text()).contains("use a JPEG, PNG, GIF or BMP picture");
    }
  }

  @Test
  void framesOfRecordingsWaitForAServiceThatIsAwayAndLiveOnesDoNot() {
    service.faults(FaultPlan.script(FaultRule.every(ApiOperation.DETECT, CallFault.unavailable())));
    try (AzureDetector detector = open(true)) {
      assertThat(detect(detector, BOTH).failure()).contains(InquiryOutcome.AWAY);
      var recorded = detector.detect(BOTH, detector.patientOptions(CallPriority.NEW));
      assertThat(recorded).isNotDone();
      service.faults(FaultPlan.NONE);
      assertThat(told(recorded).faces()).hasSize(2);
    }
  }
}
