package io.sightings.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightings.fixtures.DrawnPerson;
import io.sightings.fixtures.DrawnPictures;
import io.sightings.fixtures.FaceApiCaller;
import io.sightings.fixtures.FaceApiCaller.Answer;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectTest {
  private static final String MODELS =
      "detect?detectionModel=detection_03&recognitionModel=recognition_04";

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
  void anEntryHasNoMoreThanWasAskedFor() {
    byte[] photo = DrawnPerson.ADA.jpeg(1);
    assertThat(names(caller.post("detect", photo).body().get(0)))
        .containsExactlyInAnyOrder("faceId", "faceRectangle");
    assertThat(names(caller.post("detect?returnFaceId=false", photo).body().get(0)))
        .containsExactly("faceRectangle");
    JsonNode all =
        caller
            .post(
                MODELS
                    + "&returnFaceId=true&returnFaceLandmarks=true&returnRecognitionModel=true"
                    + "&returnFaceAttributes=qualityForRecognition,headPose,blur,exposure,occlusion,mask,glasses",
                photo)
            .body()
            .get(0);
    assertThat(names(all))
        .containsExactlyInAnyOrder(
            "faceId", "recognitionModel", "faceRectangle", "faceLandmarks", "faceAttributes");
    assertThat(all.path("recognitionModel").asText()).isEqualTo("recognition_04");
    assertThat(names(all.path("faceLandmarks"))).hasSize(5);
    assertThat(names(all.path("faceAttributes")))
        .containsExactlyInAnyOrder(
            "qualityForRecognition",
            "headPose",
            "blur",
            "exposure",
            "occlusion",
            "mask",
            "glasses");
    assertThat(all.at("/faceAttributes/qualityForRecognition").asText()).isEqualTo("high");
    assertThat(names(all.at("/faceAttributes/mask")))
        .containsExactlyInAnyOrder("type", "noseAndMouthCovered");
    JsonNode old =
        caller
            .post("detect?returnFaceAttributes=accessories,noise", photo)
            .body()
            .at("/0/faceAttributes");
    assertThat(old)
        .hasToString("{\"accessories\":[],\"noise\":{\"noiseLevel\":\"low\",\"value\":0.05}}");
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void theLargestFaceComesFirstAndLandmarksLieOnTheFace() {
    byte[] two =
        DrawnPerson.together(DrawnPerson.BEN.portrait(1), scaled(DrawnPerson.ADA.portrait(1), 2));
    JsonNode faces = caller.post(MODELS + "&returnFaceLandmarks=true", two).body();
    assertThat(faces).hasSize(2);
    assertThat(faces.at("/0/faceRectangle/width").asInt())
        .isGreaterThan(faces.at("/1/faceRectangle/width").asInt());
    for (JsonNode face : faces) {
      JsonNode box = face.path("faceRectangle");
      double left = face.at("/faceLandmarks/pupilLeft/x").asDouble();
      double right = face.at("/faceLandmarks/pupilRight/x").asDouble();
      assertThat(left).isBetween(box.path("left").asDouble(), right);
      assertThat(right).isLessThan(box.path("left").asDouble() + box.path("width").asDouble());
      assertThat(face.at("/faceLandmarks/mouthLeft/y").asDouble())
          .isBetween(
              face.at("/faceLandmarks/noseTip/y").asDouble(),
              box.path("top").asDouble() + box.path("height").asDouble());
    }
  }

  private static BufferedImage scaled(BufferedImage picture, int factor) {
    BufferedImage larger =
        new BufferedImage(
            picture.getWidth() * factor, picture.getHeight() * factor, BufferedImage.TYPE_INT_RGB);
    larger.getGraphics().drawImage(picture, 0, 0, larger.getWidth(), larger.getHeight(), null);
    return larger;
  }

  @Test
  void aPictureWithoutFacesIsAnEmptyArray() {
    Answer answer = caller.post(MODELS, DrawnPictures.withoutFace());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).hasToString("[]");
    assertThat(answer.header("content-type")).isEqualTo("application/json; charset=utf-8");
  }

  @Test
  void smallFacesAreNotSeenAndInLargePicturesLargerOnesAreNot() {
    BufferedImage ada = DrawnPerson.ADA.portrait(1);
    // The face is about 0.38 times as wide as the portrait.
    assertThat(caller.post(MODELS, DrawnPictures.inCorner(ada, 80, 640, 480)).body()).isEmpty();
    assertThat(caller.post(MODELS, DrawnPictures.inCorner(ada, 160, 640, 480)).body()).hasSize(1);
    assertThat(caller.post(MODELS, DrawnPictures.inCorner(ada, 160, 3840, 2160)).body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "bmp", "gif"})
  void thePictureMayHaveAnyOfFourFormats(String format) {
    byte[] photo = DrawnPerson.encoded(DrawnPerson.ADA.portrait(1), format);
    assertThat(caller.post(MODELS, photo).body()).as(format).hasSize(1);
  }

  @Test
  void otherPicturesAreRefused() {
    assertThat(caller.post(MODELS, new byte[1023]).code()).isEqualTo("InvalidImageSize");
    assertThat(caller.post(MODELS, new byte[1023]).message()).contains("too small");
    assertThat(caller.post(MODELS, new byte[2000]).code()).isEqualTo("InvalidImage");
    byte[] webp =
        Arrays.copyOf(
            "RIFF....WEBPVP8 ".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 2000);
    assertThat(caller.post(MODELS, webp).message())
        .isEqualTo("Decoding error, image format unsupported.");
    byte[] cut = Arrays.copyOf(DrawnPerson.ADA.jpeg(1), 2000);
    assertThat(caller.post(MODELS, cut).code()).isEqualTo("InvalidImage");
    byte[] photo = DrawnPerson.ADA.jpeg(1);
    assertThat(caller.post(MODELS, Arrays.copyOf(photo, 6 << 20)).body()).hasSize(1);
    Answer tooBig = caller.post(MODELS, Arrays.copyOf(photo, (6 << 20) + 1));
    assertThat(tooBig.status()).isEqualTo(400);
    assertThat(tooBig.code()).isEqualTo("InvalidImageSize");
    assertThat(tooBig.message()).contains("too big");
    assertThat(caller.post(MODELS, new byte[20 << 20]).code()).isEqualTo("InvalidImageSize");
    assertThat(caller.post(MODELS, photo, "image/jpeg").status()).isEqualTo(415);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "detectionModel=detection_04 | 'detectionModel' is invalid.",
        "recognitionModel=best | 'recognitionModel' is invalid.",
        "returnFaceId=maybe | 'returnFaceId' is invalid.",
        "faceIdTimeToLive=59 | 'faceIdTimeToLive' is invalid.",
        "faceIdTimeToLive=86401 | 'faceIdTimeToLive' is invalid.",
        "returnFaceAttributes=shoeSize | Invalid argument returnFaceAttributes.",
        "detectionModel=detection_02&returnFaceLandmarks=true | 'returnLandmarks' is not supported by detection_02.",
        "detectionModel=detection_02&returnFaceAttributes=blur | 'returnFaceAttributes' is not supported by detection_02.",
      })
  void parametersAreChecked(String query, String message) {
    Answer refused = caller.post("detect?" + query, DrawnPerson.ADA.jpeg(1));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("BadArgument");
    assertThat(refused.message()).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "detectionModel=detection_01&returnFaceAttributes=mask",
        "detectionModel=detection_03&returnFaceAttributes=noise",
        "detectionModel=detection_03&returnFaceAttributes=blur,accessories",
        "detectionModel=detection_03&recognitionModel=recognition_02&returnFaceAttributes=qualityForRecognition"
      })
  void attributesNeedTheRightModel(String query) {
    Answer refused = caller.post("detect?" + query, DrawnPerson.ADA.jpeg(1));
    assertThat(refused.code()).isEqualTo("BadArgument");
    assertThat(refused.message()).contains("is not supported by");
  }

  @Test
  void attributesThatFewMayUseAreUnsupportedFeatures() {
    Answer refused = caller.post("detect?returnFaceAttributes=age", DrawnPerson.ADA.jpeg(1));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body().at("/error/innererror/code").asText())
        .isEqualTo("UnsupportedFeature");
  }
}
