package io.sightings.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.emulator.limit.PricingTier;
import io.sightings.emulator.people.PersonGroups.ResourceCapacity;
import io.sightings.fixtures.FaceApiCaller;
import io.sightings.fixtures.FaceApiCaller.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupsTest {
  private FaceEmulator service;
  private FaceApiCaller caller;

  @BeforeEach
  void start() {
    service = FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED);
    caller = FaceApiCaller.withKey(service.endpoint(), service.key());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void aGroupIsCreatedReadChangedAndDeleted() {
    Answer created =
        caller.put(
            "largepersongroups/family_1-a",
            "{'userData':'ours','name':'Family','recognitionModel':'recognition_04','more':1}");
    assertThat(created.status()).isEqualTo(200);
    assertThat(created.body().isMissingNode()).isTrue();
    assertThat(created.header("content-length")).isEqualTo("0");
    Answer read = caller.get("largepersongroups/family_1-a?returnRecognitionModel=true");
    assertThat(read.body())
        .hasToString(
            "{\"largePersonGroupId\":\"family_1-a\",\"name\":\"Family\",\"userData\":\"ours\",\"recognitionModel\":\"recognition_04\"}");
    assertThat(caller.patch("largepersongroups/family_1-a", "{'name':'Clan'}").status())
        .isEqualTo(200);
    Answer changed = caller.get("largepersongroups/family_1-a");
    assertThat(changed.body().path("name").asText()).isEqualTo("Clan");
    assertThat(changed.body().path("userData").asText()).isEqualTo("ours");
    assertThat(changed.body().has("recognitionModel")).isFalse();
    assertThat(caller.delete("largepersongroups/family_1-a").status()).isEqualTo(200);
    Answer gone = caller.get("largepersongroups/family_1-a");
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.code()).isEqualTo("LargePersonGroupNotFound");
    assertThat(gone.header("x-ms-error-code")).isEqualTo("LargePersonGroupNotFound");
    assertThat(gone.header("apim-request-id")).matches("[0-9a-f-]{36}");
  }

  @Test
  void aGroupWithoutAModelGetsTheOldestOne() {
    caller.put("largepersongroups/g", "{'name':'G'}");
    assertThat(
            caller
                .get("largepersongroups/g?returnRecognitionModel=True")
                .body()
                .path("recognitionModel")
                .asText())
        .isEqualTo("recognition_01");
  }

  @Test
  void aGroupThatIsThereIsAConflict() {
    caller.put("largepersongroups/g", "{'name':'G'}");
    Answer again = caller.put("largepersongroups/g", "{'name':'H'}");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("LargePersonGroupExists");
  }

  @Test
  void groupsAreListedByIdAndInPages() {
    for (String id : new String[] {"c", "a", "d", "b"}) {
      caller.put("largepersongroups/" + id, "{'name':'" + id + "'}");
    }
    assertThat(ids(caller.get("largepersongroups"))).isEqualTo("abcd");
    assertThat(ids(caller.get("largepersongroups?top=2"))).isEqualTo("ab");
    assertThat(ids(caller.get("largepersongroups?start=b&top=1000"))).isEqualTo("cd");
    assertThat(caller.get("largepersongroups?top=1001").message()).contains("'top' is invalid");
    assertThat(caller.get("largepersongroups?top=0").status()).isEqualTo(400);
    assertThat(caller.get("largepersongroups?top=two").status()).isEqualTo(400);
    assertThat(caller.get("largepersongroups?start=" + "a".repeat(65)).message())
        .contains("'start' is too long");
  }

  private static String ids(Answer list) {
    StringBuilder ids = new StringBuilder();
    list.body().forEach(group -> ids.append(group.path("largePersonGroupId").asText()));
    return ids.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Family", "a.b", "ä", "a%20b"})
  void anIdOfOtherCharactersIsRefused(String id) {
    String path = "largepersongroups/" + id.replace("ä", "%C3%A4");
    Answer refused = caller.put(path, "{'name':'G'}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).isEqualTo("Large person group ID is invalid.");
    assertThat(caller.get(path).status()).isEqualTo(404);
  }

  @Test
  void anIdOf64CharactersIsTakenAndALongerOneRefused() {
    assertThat(caller.put("largepersongroups/" + "a".repeat(64), "{'name':'G'}").status())
        .isEqualTo(200);
    assertThat(caller.put("largepersongroups/" + "a".repeat(65), "{'name':'G'}").status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{} | 'name' is empty.",
        "{'name':''} | 'name' is empty.",
        "{'name':null} | 'name' is empty.",
        "{'name':7} | 'name' is invalid.",
        "{'name':'G','recognitionModel':'recognition_05'} | 'recognitionModel' is invalid.",
        "[] | Request body is invalid.",
      })
  void aBodyThatBreaksARuleIsRefused(String body, String message) {
    Answer refused = caller.put("largepersongroups/g", body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("BadArgument");
    assertThat(refused.message()).isEqualTo(message);
  }

  @Test
  void aBodyThatIsNoJsonIsRefused() {
    assertThat(caller.put("largepersongroups/g", "{'name'").message())
        .startsWith("JSON parsing error.");
    Answer image = caller.post("identify", new byte[2000]);
    assertThat(image.status()).isEqualTo(415);
  }

  @Test
  void namesAndUserDataHaveALength() {
    String name = "n".repeat(128);
    String data = "d".repeat(16 << 10);
    String body = "{'name':'" + name + "','userData':'" + data + "'}";
    assertThat(caller.put("largepersongroups/g", body).status()).isEqualTo(200);
    assertThat(caller.patch("largepersongroups/g", "{'name':'n" + name + "'}").message())
        .isEqualTo("'name' is too long.");
    assertThat(caller.patch("largepersongroups/g", "{'userData':'d" + data + "'}").message())
        .isEqualTo("'userData' is too long.");
    assertThat(caller.patch("largepersongroups/g", "{}").message())
        .isEqualTo("Both 'name' and 'userData' are empty.");
  }

  @Test
  void pathsAreExact() {
    for (String path :
        new String[] {
          "largepersongroups/",
          "LargePersonGroups",
          "/face/v1.0/largepersongroups",
          "/face/v1.3-preview.1/detect",
          "/largepersongroups",
          "nothing"
        }) {
      Answer lost = caller.get(path);
      assertThat(lost.status()).as(path).isEqualTo(404);
      assertThat(lost.code()).isEqualTo("404");
      assertThat(lost.message()).isEqualTo("Resource not found");
    }
    assertThat(caller.get("detect").status()).isEqualTo(404);
  }

  @Test
  void aResourceHoldsNoMoreThanItsTier() {
    PricingTier tiny = PricingTier.UNLIMITED.withCapacity(new ResourceCapacity(1, 1, 248));
    try (FaceEmulator small = FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED.withTier(tiny))) {
      FaceApiCaller there = FaceApiCaller.withKey(small.endpoint(), small.key());
      there.put("largepersongroups/g", "{'name':'G'}");
      Answer second = there.put("largepersongroups/h", "{'name':'H'}");
      assertThat(second.status()).isEqualTo(403);
      assertThat(second.code()).isEqualTo("QuotaExceeded");
      there.createPerson("g", "Ada");
      assertThat(there.post("largepersongroups/g/persons", "{'name':'Ben'}").message())
          .isEqualTo("Person number reached large person group level limit.");
    }
  }
}
