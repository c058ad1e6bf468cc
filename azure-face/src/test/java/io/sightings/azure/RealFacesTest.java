package io.sightings.azure;

import static io.sightings.azure.IdentifyFixture.name;
import static io.sightings.azure.IdentifyFixture.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.azure.call.CallOptions.CallPriority;
import io.sightings.azure.identify.AzureIdentifier;
import io.sightings.azure.identify.AzureIdentifyResult;
import io.sightings.contract.InquiryOutcome;
import io.sightings.emulator.FaceEmulator;
import io.sightings.emulator.FaceEmulatorSettings;
import io.sightings.engine.DetectedFace;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.gallery.VectorMath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Photos of families: faces are found here, cut out, and named by the stand-in. */
class RealFacesTest {
  private Path photos;
  private ShotFixture shots;
  private FaceEmulator service;
  private AzureIdentifier identifier;

  /** All photos but the last of each, by person. */
  private final Map<String, List<String>> enrolled = new TreeMap<>();

  private final Map<String, String> last = new TreeMap<>();

  @BeforeEach
  void start() throws IOException {
    String media = System.getenv("SIGHTINGS_MEDIA");
    if (media == null) {
      System.out.println(
          "SKIPPED RealFacesTest: SIGHTINGS_MEDIA names no folder with models and photos.");
    }
    Assumptions.assumeTrue(media != null, "SIGHTINGS_MEDIA is not set");
    photos = Path.of(media, "photos", "azure");
    EngineSettings engine =
        EngineSettings.DEFAULT
            .withEngine(EngineSettings.Engine.ONNX)
            .withEmbedder("mobileface-v2")
            .withModels(List.of(Path.of(media, "models").toString()));
    shots = new ShotFixture(engine);
    service = FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED.withEngine(engine));
    enrol();
    identifier = AzureIdentifier.open(IdentifyFixture.settings(service));
  }

  @AfterEach
  void stop() {
    if (service != null) {
      identifier.close();
      service.close();
      shots.close();
    }
  }

  private void enrol() throws IOException {
    Map<String, List<String>> portraits;
    try (Stream<Path> files = Files.list(photos)) {
      portraits =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.matches("Family\\d-[A-Za-z]+\\d\\.jpg"))
              .sorted()
              .collect(Collectors.groupingBy(file -> file.replaceAll("\\d\\.jpg", "")));
    }
    IdentifyFixture.make(service);
    for (Map.Entry<String, List<String>> each : portraits.entrySet()) {
      List<String> files = each.getValue();
      int kept = Math.max(1, files.size() - 1);
      enrolled.put(each.getKey(), files.subList(0, kept));
      if (files.size() > kept) {
        last.put(each.getKey(), files.get(kept));
      }
      byte[][] pictures = new byte[kept][];
      for (int i = 0; i < kept; i++) {
        pictures[i] = photo(files.get(i));
      }
      IdentifyFixture.enrol(service, each.getKey(), pictures);
    }
    IdentifyFixture.train(service);
    service.calls().clear();
  }

  private byte[] photo(String file) throws IOException {
    return Files.readAllBytes(photos.resolve(file));
  }

  private CompletableFuture<AzureIdentifyResult> ask(DetectedFace face) {
    return identifier.identify(face.shot(), identifier.patientOptions(CallPriority.NEW));
  }

  @Test
  void everybodyIsNamedByAShotOfAPhotoTheGroupDoesNotKnow() throws IOException {
    assertThat(last).hasSizeGreaterThanOrEqualTo(6);
    Map<String, String> named = new TreeMap<>();
    for (Map.Entry<String, String> each : last.entrySet()) {
      DetectedFace face = shots.faces(photo(each.getValue())).get(0);
      assertThat(face.shot().jpeg().length).isLessThan(200_000);
      named.put(each.getKey(), name(told(ask(face))));
    }
    assertThat(named).allSatisfy((person, name) -> assertThat(name).isEqualTo(person));
  }

  @Test
  void onAGroupPictureTheAnswersAreThoseOfTheLocalEngineInOneCall() throws IOException {
    List<DetectedFace> faces =
        shots.faces(photo("identification1.jpg")).stream()
            .filter(face -> face.shot() != null)
            .toList();
    List<CompletableFuture<AzureIdentifyResult>> asked = new ArrayList<>();
    faces.forEach(face -> asked.add(ask(face)));
    List<String> named = asked.stream().map(answer -> name(told(answer))).toList();

    assertThat(named).isEqualTo(faces.stream().map(this::locally).toList());
    assertThat(new TreeSet<>(named))
        .contains("Family1-Dad", "Family1-Daughter", "Family1-Mom", "Family1-Son");
    assertThat(asked).allMatch(answer -> told(answer).outcome().judged());
    assertThat(asked)
        .extracting(answer -> told(answer).outcome())
        .contains(InquiryOutcome.IDENTIFIED);
  }

  /** Who is most similar, and similar enough; empty for nobody. */
  private String locally(DetectedFace face) {
    float[] look = shots.engine().embedder().embed(face.crop());
    String best = "";
    double most = shots.engine().embedder().threshold();
    for (Map.Entry<String, List<String>> each : enrolled.entrySet()) {
      for (String file : each.getValue()) {
        double likeness = VectorMath.cosine(look, embedded(file));
        if (likeness >= most) {
          best = each.getKey();
          most = likeness;
        }
      }
    }
    return best;
  }

  private float[] embedded(String file) {
    try {
      return shots.engine().embedder().embed(shots.faces(photo(file)).get(0).crop());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
