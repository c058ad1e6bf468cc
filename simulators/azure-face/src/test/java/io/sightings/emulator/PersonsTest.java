package io.sightings.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.fixtures.FaceApiCaller;
import io.sightings.fixtures.FaceApiCaller.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersonsTest {
  private static final String PERSONS = "largepersongroups/g/persons";
  private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

  private FaceEmulator service;
  private FaceApiCaller caller;

  @BeforeEach
  void start() {
    service = FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED);
    caller = FaceApiCaller.withKey(service.endpoint(), service.key());
    caller.put("largepersongroups/g", "{'name':'G','recognitionModel':'recognition_04'}");
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void aPersonIsCreatedReadChangedAndDeleted() {
    Answer created = caller.post(PERSONS, "{'name':'Ada','userData':'key-1'}");
    String id = created.body().path("personId").asText();
    assertThat(created.body()).hasSize(1);
    assertThat(id).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    assertThat(caller.get(PERSONS + "/" + id).body())
        .hasToString(
            "{\"personId\":\""
                + id
                + "\",\"name\":\"Ada\",\"userData\":\"key-1\",\"persistedFaceIds\":[]}");
    assertThat(caller.patch(PERSONS + "/" + id, "{'userData':'key-2'}").status()).isEqualTo(200);
    assertThat(caller.get(PERSONS + "/" + id).body().path("name").asText()).isEqualTo("Ada");
    assertThat(caller.get(PERSONS + "/" + id).body().path("userData").asText()).isEqualTo("key-2");
    assertThat(caller.delete(PERSONS + "/" + id).status()).isEqualTo(200);
    assertThat(caller.get(PERSONS + "/" + id).code()).isEqualTo("PersonNotFound");
    assertThat(caller.delete(PERSONS + "/" + id).status()).isEqualTo(404);
  }

  @Test
  void twoPeopleMayHaveOneName() {
    String one = caller.createPerson("g", "Ada");
    assertThat(caller.createPerson("g", "Ada")).isNotEqualTo(one);
    assertThat(caller.get(PERSONS).body()).hasSize(2);
  }

  @Test
  void peopleAreListedByIdAndPagesJoinUp() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ids.add(caller.createPerson("g", "Somebody"));
    }
    ids.sort(null);
    List<String> listed = new ArrayList<>();
    String start = "";
    do {
      Answer page = caller.get(PERSONS + "?top=2&start=" + start);
      page.body().forEach(person -> listed.add(person.path("personId").asText()));
      start = page.body().isEmpty() ? null : listed.get(listed.size() - 1);
    } while (start != null);
    assertThat(listed).isEqualTo(ids);
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertThat(caller.get("largepersongroups/h/persons").code())
        .isEqualTo("LargePersonGroupNotFound");
    assertThat(caller.post("largepersongroups/h/persons", "{'name':'Ada'}").code())
        .isEqualTo("LargePersonGroupNotFound");
    Answer nobody = caller.get(PERSONS + "/" + NOBODY);
    assertThat(nobody.status()).isEqualTo(404);
    assertThat(nobody.message()).isEqualTo("Person " + NOBODY + " is not found.");
    assertThat(caller.get(PERSONS + "/ada").message()).isEqualTo("Person ID is invalid.");
    assertThat(caller.post(PERSONS, "{}").message()).isEqualTo("'name' is empty.");
  }

  @Test
  void equalSeedsGiveEqualIds() {
    String id = caller.createPerson("g", "Ada");
    try (FaceEmulator other = FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED);
        FaceEmulator different = FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED.withSeed(2))) {
      FaceApiCaller.withKey(other.endpoint(), other.key())
          .put("largepersongroups/g", "{'name':'G'}");
      FaceApiCaller.withKey(different.endpoint(), different.key())
          .put("largepersongroups/g", "{'name':'G'}");
      assertThat(FaceApiCaller.withKey(other.endpoint(), other.key()).createPerson("g", "Ben"))
          .isEqualTo(id);
      assertThat(
              FaceApiCaller.withKey(different.endpoint(), different.key()).createPerson("g", "Ben"))
          .isNotEqualTo(id);
    }
  }
}
