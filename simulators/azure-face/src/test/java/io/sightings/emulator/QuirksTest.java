package io.sightings.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightings.emulator.fault.ServiceQuirk;
import io.sightings.fixtures.DrawnPerson;
import io.sightings.fixtures.FaceApiCaller;
import io.sightings.fixtures.FaceApiCaller.Answer;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuirksTest {
  private static final String EVERYTHING =
      "detect?detectionModel=detection_03&recognitionModel=recognition_04&returnFaceAttributes="
          + "qualityForRecognition,headPose,blur,exposure,occlusion,mask,glasses";

  private FaceEmulator service;
  private FaceApiCaller caller;
  private byte[] photo;

  @BeforeEach
  void start() {
    service = FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED);
    caller = FaceApiCaller.withKey(service.endpoint(), service.key());
    photo = DrawnPerson.ADA.jpeg(1);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private Set<String> seen(String pointer) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      seen.add(caller.post(EVERYTHING, photo).body().at("/0" + pointer).asText());
    }
    return seen;
  }

  @Test
  void valuesMayBeOnesThatNobodyKnows() {
    service.quirks(ServiceQuirk.UNKNOWN_VALUES);
    assertThat(seen("/faceAttributes/qualityForRecognition"))
        .containsExactlyInAnyOrder("high", "veryHigh");
    assertThat(seen("/faceAttributes/glasses"))
        .containsExactlyInAnyOrder("noGlasses", "smartGlasses");
  }

  @Test
  void valuesMayBeCapitalised() {
    service.quirks(ServiceQuirk.CAPITALISED_VALUES);
    assertThat(seen("/faceAttributes/qualityForRecognition")).containsExactly("High");
    assertThat(seen("/faceAttributes/exposure/exposureLevel")).containsExactly("GoodExposure");
    assertThat(seen("/faceAttributes/mask/type")).containsExactly("NoMask");
  }

  @Test
  void optionalMembersMayBeAbsentAndOthersNeverAre() {
    service.quirks(ServiceQuirk.MISSING_MEMBERS);
    assertThat(seen("/faceAttributes/headPose/yaw")).containsExactlyInAnyOrder("0.0", "");
    assertThat(seen("/faceId")).doesNotContain("");
    assertThat(seen("/faceRectangle/top")).doesNotContain("");
  }

  @Test
  void membersMayComeInAnyOrder() {
    service.quirks(ServiceQuirk.SHUFFLED_MEMBERS);
    Set<String> orders = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      JsonNode box = caller.post(EVERYTHING, photo).body().at("/0/faceRectangle");
      StringBuilder order = new StringBuilder();
      box.fieldNames().forEachRemaining(name -> order.append(name.charAt(0)));
      orders.add(order.toString());
    }
    assertThat(orders).hasSizeGreaterThan(3);
  }

  @Test
  void everySuccessMayHaveAWarningAndAnErrorStaysOne() {
    service.quirks(ServiceQuirk.WARNING_299);
    assertThat(caller.put("largepersongroups/g", "{'name':'G'}").status()).isEqualTo(299);
    assertThat(caller.post(EVERYTHING, photo).body()).hasSize(1);
    assertThat(caller.put("largepersongroups/g", "{'name':'G'}").status()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource({"UNAPPROVED, /error/innererror", "UNAPPROVED_PLAIN, /error"})
  void withoutApprovalOnlyDetectionWithoutFaceIdIsAllowed(ServiceQuirk quirk, String where) {
    service.quirks(quirk);
    Answer refused = caller.post(EVERYTHING, photo);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body().at(where + "/code").asText()).isEqualTo("UnsupportedFeature");
    assertThat(refused.body().at(where + "/message").asText())
        .contains("missing approval", "Identification,Verification", "aka.ms/facerecognition");
    assertThat(caller.post(EVERYTHING + "&returnFaceId=false", photo).body()).hasSize(1);
    assertThat(caller.put("largepersongroups/g", "{'name':'G'}").status()).isEqualTo(403);
    assertThat(caller.post("identify", "{}").status()).isEqualTo(403);
  }
}
