package io.sightings.faceservice;

import static io.sightings.faceservice.Asking.calls;
import static io.sightings.faceservice.Asking.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.image.UnreadableImageException;
import io.sightings.engine.Analysis;
import io.sightings.engine.DetectedFace;
import io.sightings.engine.FoundFace;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.azure.call.Priority;
import io.sightings.engine.azure.identify.AzureAnswer;
import io.sightings.engine.azure.identify.AzureDetection;
import io.sightings.engine.azure.identify.AzureDetector;
import io.sightings.engine.azure.identify.AzureFace;
import io.sightings.engine.azure.identify.AzureIdentifier;
import io.sightings.engine.azure.identify.Outcome;
import io.sightings.faceservice.fault.Fault;
import io.sightings.faceservice.fault.Faults;
import io.sightings.faceservice.fault.Quirk;
import io.sightings.faceservice.fault.Rule;
import io.sightings.faceservice.wire.Operation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service finds the faces of whole pictures. */
class DetectorTest {
  private final ManualClock clock = new ManualClock();
  private static final byte[] BOTH = Drawn.together(Drawn.ADA.portrait(1), Drawn.CLEO.portrait(1));
  private FaceService service;

  @BeforeEach
  void start() {
    service = FaceService.start(Drawn.settings());
    Asking.know(service, Drawn.ADA, Drawn.CLEO);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private AzureDetector open(boolean identifying) {
    return AzureDetector.open(Asking.settings(service), identifying, clock);
  }

  private AzureDetection detect(AzureDetector detector, byte[] picture) {
    return told(detector.detect(picture, detector.options(Priority.NEW)));
  }

  @Test
  void facesAreFoundWithIdsAndCanBeAskedAboutInOneCall() {
    try (AzureDetector detector = open(true);
        AzureIdentifier identifier =
            AzureIdentifier.open(Asking.gathering(service, Duration.ofSeconds(1)), clock)) {
      AzureDetection found = detect(detector, BOTH);
      assertThat(found.failure()).isEmpty();
      assertThat(found.paidCalls()).isEqualTo(1);
      assertThat(found.faces()).hasSize(2);
      AzureFace larger = found.faces().get(0);
      assertThat(larger.box().area()).isGreaterThanOrEqualTo(found.faces().get(1).box().area());
      assertThat(larger.landmarks()).hasSize(10);
      assertThat(larger.landmarks()[0]).isLessThan(larger.landmarks()[2]);
      assertThat(larger.attributes().qualityForRecognition()).isNotNull();

      List<String> names =
          found.faces().stream()
              .map(face -> identifier.identify(face, identifier.options(Priority.NEW)))
              .toList()
              .stream()
              .map(Asking::told)
              .map(Asking::name)
              .toList();
      assertThat(names).containsExactlyInAnyOrder("ADA", "CLEO");
      assertThat(calls(service, "identify")).isEqualTo(1);
    }
  }

  @Test
  void theLocalEngineJudgesTheFacesTheServiceHasFound() throws UnreadableImageException {
    try (AzureDetector detector = open(true);
        Shots shots = Shots.drawn();
        FrameAnalyser analyser = shots.engine().newAnalyser()) {
      List<AzureFace> found = detect(detector, BOTH).faces();
      Analysis analysis =
          analyser.analyse(
              BOTH,
              found.stream().map(face -> new FoundFace(face.box(), face.landmarks(), 1)).toList());
      assertThat(analysis.faces()).hasSize(2);
      for (int i = 0; i < 2; i++) {
        DetectedFace face = analysis.faces().get(i);
        assertThat(face.box().overlap(found.get(i).box())).isGreaterThan(0.99f);
        assertThat(face.quality().judgeable()).isTrue();
        assertThat(face.crop()).isNotNull();
      }
    }
  }

  @Test
  void withoutApprovalFacesAreFoundWithoutIdsAndThatIsSaidOnce() {
    service.quirks(Quirk.UNAPPROVED);
    try (LogLines log = LogLines.of("io.sightings");
        AzureDetector detector = open(true);
        AzureIdentifier identifier = AzureIdentifier.open(Asking.settings(service), clock)) {
      AzureDetection found = detect(detector, BOTH);
      assertThat(found.faces()).hasSize(2);
      assertThat(found.faces()).allMatch(face -> face.faceId() == null);
      assertThat(found.paidCalls()).isEqualTo(1);

      service.calls().clear();
      for (int i = 0; i < 3; i++) {
        assertThat(detect(detector, BOTH).faces()).hasSize(2);
      }
      assertThat(calls(service, "detect")).isEqualTo(3);
      assertThat(log.text())
          .containsOnlyOnce("finds faces from now on, but names nobody")
          .contains("apply for access at https://aka.ms/facerecognition");

      AzureAnswer answer =
          told(identifier.identify(found.faces().get(0), identifier.options(Priority.NEW)));
      assertThat(answer.outcome()).isEqualTo(Outcome.NOT_SUPPORTED);
      assertThat(answer.text()).contains("https://aka.ms/facerecognition");

      service.quirks();
      clock.pass(Duration.ofHours(2));
      assertThat(detect(detector, BOTH).faces()).allMatch(face -> face.faceId() != null);
    }
  }

  @Test
  void whereNobodyIsToBeNamedNoIdIsAskedFor() {
    service.quirks(Quirk.UNAPPROVED);
    try (AzureDetector detector = open(false)) {
      assertThat(detect(detector, BOTH).faces()).hasSize(2);
      assertThat(calls(service, "detect")).isEqualTo(1);
    }
  }

  @Test
  void aPictureWithoutFacesHasNone() {
    try (AzureDetector detector = open(true)) {
      AzureDetection found = detect(detector, Pictures.clothes());
      assertThat(found.failure()).isEmpty();
      assertThat(found.faces()).isEmpty();
    }
  }

  @Test
  void whyAPictureWasNotSearchedIsTold() {
    try (AzureDetector detector = open(true)) {
      AzureDetection tooSmall = detect(detector, new byte[10]);
      assertThat(tooSmall.failure()).contains(Outcome.BAD_IMAGE);
      assertThat(tooSmall.paidCalls()).isZero();
      AzureDetection nonsense = detect(detector, new byte[5000]);
      assertThat(nonsense.failure()).contains(Outcome.BAD_IMAGE);
      assertThat(nonsense.text()).contains("use a JPEG, PNG, GIF or BMP picture");
    }
  }

  @Test
  void framesOfRecordingsWaitForAServiceThatIsAwayAndLiveOnesDoNot() {
    service.faults(Faults.script(Rule.every(Operation.DETECT, Fault.unavailable())));
    try (AzureDetector detector = open(true)) {
      assertThat(detect(detector, BOTH).failure()).contains(Outcome.AWAY);
      var recorded = detector.detect(BOTH, detector.patientOptions(Priority.NEW));
      assertThat(recorded).isNotDone();
      service.faults(Faults.NONE);
      assertThat(told(recorded).faces()).hasSize(2);
    }
  }
}
