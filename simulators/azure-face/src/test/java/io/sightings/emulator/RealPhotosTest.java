package io.sightings.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightings.engine.EngineSettings;
import io.sightings.fixtures.FaceApiCaller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Families are enrolled over bare HTTP and recognised, relatives and all. */
class RealPhotosTest {
  private static final String DETECT =
      "detect?detectionModel=detection_03&recognitionModel=recognition_04"
          + "&returnFaceAttributes=qualityForRecognition&faceIdTimeToLive=60";

  private Path photos;
  private FaceEmulator service;
  private FaceApiCaller caller;

  @BeforeEach
  void start() {
    String media = System.getenv("SIGHTINGS_MEDIA");
    if (media == null) {
      System.out.println(
          "SKIPPED RealPhotosTest: SIGHTINGS_MEDIA names no folder with models and photos.");
    }
    Assumptions.assumeTrue(media != null, "SIGHTINGS_MEDIA is not set");
    photos = Path.of(media, "photos", "azure");
    EngineSettings engine =
        EngineSettings.DEFAULT
            .withEngine(EngineSettings.Engine.ONNX)
            .withEmbedder("mobileface-v2")
            .withModels(List.of(Path.of(media, "models").toString()));
    service = FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED.withEngine(engine));
    caller = FaceApiCaller.withKey(service.endpoint(), service.key());
    caller.put("largepersongroups/g", "{'name':'G','recognitionModel':'recognition_04'}");
  }

  @AfterEach
  void stop() {
    if (service != null) {
      service.close();
    }
  }

  private byte[] photo(String name) throws IOException {
    return Files.readAllBytes(photos.resolve(name));
  }

  /** Files by person: all that are called Family1-Dad and a number, and so on. */
  private Map<String, List<String>> portraits() throws IOException {
    try (Stream<Path> files = Files.list(photos)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("Family\\d-[A-Za-z]+\\d\\.jpg"))
          .sorted()
          .collect(
              Collectors.groupingBy(
                  name -> name.replaceAll("\\d\\.jpg", ""), TreeMap::new, Collectors.toList()));
    }
  }

  /** Enrols each person with all photos but the last, which is returned. */
  private Map<String, String> enrolAllButTheLast() throws IOException {
    Map<String, String> last = new TreeMap<>();
    for (Map.Entry<String, List<String>> each : portraits().entrySet()) {
      List<String> files = each.getValue();
      String person = caller.createPerson("g", each.getKey());
      List<String> enrolled = files.size() > 1 ? files.subList(0, files.size() - 1) : files;
      for (String file : enrolled) {
        assertThat(caller.addFace("g", person, photo(file)).status()).as(file).isEqualTo(200);
      }
      if (files.size() > 1) {
        last.put(person, files.get(files.size() - 1));
      }
    }
    assertThat(caller.post("largepersongroups/g/train").status()).isEqualTo(202);
    return last;
  }

  @Test
  void everyPhotoIsTheRightPerson() throws IOException {
    Map<String, String> last = enrolAllButTheLast();
    assertThat(last).hasSizeGreaterThanOrEqualTo(6);
    for (Map.Entry<String, String> each : last.entrySet()) {
      JsonNode face = caller.post(DETECT, photo(each.getValue())).body().get(0);
      assertThat(face.at("/faceAttributes/qualityForRecognition").asText())
          .as(each.getValue())
          .isIn("medium", "high");
      JsonNode candidates =
          caller
              .post(
                  "identify",
                  "{'largePersonGroupId':'g','faceIds':['" + face.path("faceId").asText() + "']}")
              .body()
              .at("/0/candidates");
      assertThat(candidates).as(each.getValue()).hasSize(1);
      assertThat(candidates.at("/0/personId").asText())
          .as(each.getValue())
          .isEqualTo(each.getKey());
    }
  }

  @Test
  void aGroupPictureNamesWhoIsOnItAndNobodyElse() throws IOException {
    enrolAllButTheLast();
    Map<String, String> names = new TreeMap<>();
    service.state().get(0).people().forEach(person -> names.put(person.id(), person.name()));
    JsonNode faces = caller.post(DETECT, photo("identification1.jpg")).body();
    List<String> ids = new ArrayList<>();
    faces.forEach(face -> ids.add("'" + face.path("faceId").asText() + "'"));
    Set<String> named = new TreeSet<>();
    caller
        .post("identify", "{'largePersonGroupId':'g','faceIds':" + ids + "}")
        .body()
        .forEach(
            item ->
                item.path("candidates")
                    .forEach(
                        candidate -> named.add(names.get(candidate.path("personId").asText()))));
    assertThat(named)
        .containsExactlyInAnyOrder("Family1-Dad", "Family1-Daughter", "Family1-Mom", "Family1-Son");
  }
}
