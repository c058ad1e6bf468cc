package io.sightings.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightings.emulator.limit.PricingTier;
import io.sightings.emulator.operations.EmulatorDelays;
import io.sightings.emulator.people.PersonGroups.ResourceCapacity;
import io.sightings.fixtures.DrawnPerson;
import io.sightings.fixtures.DrawnPictures;
import io.sightings.fixtures.FaceApiCaller;
import io.sightings.fixtures.FaceApiCaller.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersistedFacesTest {
  private FaceEmulator service;
  private FaceApiCaller caller;
  private String ada;
  private String faces;

  @BeforeEach
  void start() {
    start(FaceEmulatorSettings.UNTHROTTLED);
  }

  private void start(FaceEmulatorSettings settings) {
    stop();
    service = FaceEmulator.start(settings);
    caller = FaceApiCaller.withKey(service.endpoint(), service.key());
    caller.put("largepersongroups/g", "{'name':'G','recognitionModel':'recognition_04'}");
    ada = caller.createPerson("g", "Ada");
    faces = "largepersongroups/g/persons/" + ada + "/persistedfaces";
  }

  @AfterEach
  void stop() {
    if (service != null) {
      service.close();
    }
  }

  @Test
  void aFaceIsAddedReadChangedAndDeleted() {
    Answer added = caller.post(faces + "?userData=photo%201", DrawnPerson.ADA.jpeg(1));
    assertThat(added.status()).isEqualTo(200);
    String id = added.body().path("persistedFaceId").asText();
    assertThat(caller.get(faces + "/" + id).body())
        .hasToString("{\"persistedFaceId\":\"" + id + "\",\"userData\":\"photo 1\"}");
    assertThat(caller.patch(faces + "/" + id, "{'userData':'photo 2'}").status()).isEqualTo(200);
    assertThat(caller.get(faces + "/" + id).body().path("userData").asText()).isEqualTo("photo 2");
    assertThat(faceIds()).containsExactly(id);
    assertThat(caller.delete(faces + "/" + id).status()).isEqualTo(200);
    assertThat(caller.get(faces + "/" + id).code()).isEqualTo("PersistedFaceNotFound");
    assertThat(caller.get(faces + "/1").message()).isEqualTo("Persisted face ID is invalid.");
    assertThat(faceIds()).isEmpty();
  }

  private List<String> faceIds() {
    List<String> ids = new ArrayList<>();
    caller
        .get("largepersongroups/g/persons/" + ada)
        .body()
        .path("persistedFaceIds")
        .forEach(id -> ids.add(id.asText()));
    return ids;
  }

  @Test
  void aPictureMustShowExactlyOneFace() {
    Answer none = caller.addFace("g", ada, DrawnPictures.withoutFace());
    assertThat(none.status()).isEqualTo(400);
    assertThat(none.code()).isEqualTo("InvalidImage");
    assertThat(none.message()).isEqualTo("No face detected in the image.");
    byte[] two = DrawnPerson.together(DrawnPerson.ADA.portrait(1), DrawnPerson.BEN.portrait(1));
    assertThat(caller.addFace("g", ada, two).message())
        .isEqualTo("There is more than 1 face in the image.");
    assertThat(faceIds()).isEmpty();
  }

  @Test
  void theTargetSaysWhichOfSeveralFacesIsMeant() {
    byte[] two = DrawnPerson.together(DrawnPerson.ADA.portrait(1), DrawnPerson.BEN.portrait(1));
    JsonNode face = left(caller.post("detect?detectionModel=detection_03", two).body());
    String target =
        face.path("left").asInt()
            + ","
            + face.path("top").asInt()
            + ","
            + face.path("width").asInt()
            + ","
            + face.path("height").asInt();
    assertThat(caller.post(faces + "?targetFace=" + target, two).status()).isEqualTo(200);
    caller.post("largepersongroups/g/train");
    assertThat(caller.identify("g", caller.faceId(DrawnPerson.ADA.jpeg(1)))).isEqualTo(ada);
    assertThat(caller.identify("g", caller.faceId(DrawnPerson.BEN.jpeg(1)))).isEmpty();
    assertThat(caller.post(faces + "?targetFace=0,0,5,5", two).message())
        .isEqualTo("No face detected in the image.");
    assertThat(caller.post(faces + "?targetFace=0,0,9999,9999", two).message())
        .isEqualTo("Argument targetFace out of range.");
    assertThat(caller.post(faces + "?targetFace=0,0,5", two).message())
        .startsWith("Invalid argument targetFace.");
    assertThat(caller.post(faces + "?targetFace=0,0,0,5", two).status()).isEqualTo(400);
  }

  private static JsonNode left(JsonNode detected) {
    JsonNode one = detected.at("/0/faceRectangle");
    JsonNode other = detected.at("/1/faceRectangle");
    return one.path("left").asInt() < other.path("left").asInt() ? one : other;
  }

  @Test
  void parametersAreChecked() {
    byte[] photo = DrawnPerson.ADA.jpeg(1);
    assertThat(caller.post(faces + "?detectionModel=detection_04", photo).message())
        .isEqualTo("'detectionModel' is invalid.");
    assertThat(caller.post(faces + "?userData=" + "d".repeat(1025), photo).message())
        .isEqualTo("'userData' is too long.");
    assertThat(caller.post(faces + "?userData=" + "d".repeat(1024), photo).status()).isEqualTo(200);
    assertThat(caller.addFace("g", "nobody", photo).code()).isEqualTo("PersonNotFound");
    assertThat(caller.addFace("h", ada, photo).code()).isEqualTo("LargePersonGroupNotFound");
  }

  @Test
  void aPersonHasNoMoreFacesThanAllowed() {
    start(
        FaceEmulatorSettings.UNTHROTTLED.withTier(
            PricingTier.UNLIMITED.withCapacity(new ResourceCapacity(9, 9, 2))));
    byte[] photo = DrawnPerson.ADA.jpeg(1);
    caller.addFace("g", ada, photo);
    caller.addFace("g", ada, photo);
    Answer third = caller.addFace("g", ada, photo);
    assertThat(third.status()).isEqualTo(403);
    assertThat(third.code()).isEqualTo("QuotaExceeded");
    assertThat(third.message()).isEqualTo("Persisted face number reached limit.");
    assertThat(PricingTier.S0.capacity().faces()).isEqualTo(248);
  }

  @Test
  void facesOfOnePersonAreAddedOneAfterTheOther() {
    Duration each = Duration.ofMillis(400);
    start(FaceEmulatorSettings.UNTHROTTLED.withPace(EmulatorDelays.INSTANT.withChange(each)));
    byte[] photo = DrawnPerson.ADA.jpeg(1);
    String ben = caller.createPerson("g", "Ben");
    Instant start = Instant.now();
    List<CompletableFuture<Answer>> adds =
        List.of(
            CompletableFuture.supplyAsync(() -> caller.addFace("g", ada, photo)),
            CompletableFuture.supplyAsync(() -> caller.addFace("g", ada, photo)),
            CompletableFuture.supplyAsync(() -> caller.addFace("g", ben, photo)));
    adds.forEach(add -> assertThat(add.join().status()).isEqualTo(200));
    assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(each.multipliedBy(2));
  }
}
