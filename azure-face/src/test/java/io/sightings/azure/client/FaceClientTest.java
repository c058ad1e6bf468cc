package io.sightings.azure.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.util.BinaryData;
import io.sightings.azure.ScriptedService;
import io.sightings.azure.ScriptedService.Received;
import io.sightings.azure.ScriptedService.Reply;
import io.sightings.azure.client.models.FaceDetectionResult;
import io.sightings.azure.client.models.FaceIdentificationResult;
import io.sightings.azure.client.models.FaceRectangle;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaceClientTest extends ScriptedClient {

  @Test
  void anImageIsSentAsItIsWithKeyModelsAndAShortLife() {
    FaceClient client = client(request -> Reply.of(200, "[]"));

    assertThat(
            client
                .detect(IMAGE, DetectOptions.DEFAULT.withFaceId(true, Duration.ofSeconds(90)))
                .join())
        .isEmpty();

    Received request = service.last();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.uri().getPath()).isEqualTo("/face/v1.2/detect");
    assertThat(request.uri().getQuery())
        .contains(
            "detectionModel=detection_03",
            "recognitionModel=recognition_04",
            "returnFaceId=true",
            "faceIdTimeToLive=90",
            "returnFaceAttributes=qualityForRecognition,headPose,");
    assertThat(request.header("Ocp-Apim-Subscription-Key")).isEqualTo(KEY);
    assertThat(request.header("Content-Type")).isEqualTo("application/octet-stream");
    assertThat(request.header("client-request-id")).matches("[0-9a-f-]{36}");
    assertThat(request.header("User-Agent")).startsWith("sightings");
    assertThat(request.body()).hasSize(2000);
  }

  @Test
  void facesAreReadWhateverIsMissingNewOrWrittenInOtherCapitals() {
    FaceClient client =
        client(
            request ->
                Reply.of(
                    299,
                    """
                    [{"faceId":"f1","faceRectangle":{"top":1,"left":2,"width":3,"height":4},
                      "faceAttributes":{"blur":{"blurLevel":"Low","value":0.1},"mask":{"type":"NoMask"},
                        "qualityForRecognition":"excellent","aura":{"colour":"green"}}},
                     {"faceRectangle":{"top":5,"left":6,"width":7,"height":8},"faceAttributes":null}]"""));

    List<FaceDetectionResult> faces = client.detect(IMAGE, DetectOptions.DEFAULT).join();

    assertThat(faces.get(0).faceRectangle()).isEqualTo(new FaceRectangle(1, 2, 3, 4));
    assertThat(faces.get(0).faceRectangle().asTarget()).isEqualTo("2,1,3,4");
    assertThat(faces.get(0).faceAttributes().blur().blurLevel()).isEqualTo("low");
    assertThat(faces.get(0).faceAttributes().mask().type()).isEqualTo("noMask");
    assertThat(faces.get(0).faceAttributes().qualityForRecognition()).isEqualTo("excellent");
    assertThat(faces.get(0).faceAttributes().headPose()).isNull();
    assertThat(faces.get(1).faceId()).isNull();
    assertThat(faces.get(1).faceAttributes()).isNull();
  }

  @Test
  void identificationTellsWhichFaceEachAnswerIsAbout() {
    FaceClient client =
        client(
            request ->
                Reply.of(
                    200,
                    """
                    [{"faceId":"b"},{"faceId":"a","candidates":[{"personId":"p","confidence":0.92}]}]"""));

    List<FaceIdentificationResult> results =
        client.identifyFromLargePersonGroup(List.of("a", "b"), "staff", 2, null).join();

    assertThat(service.last().text())
        .isEqualTo(
            """
            {"faceIds":["a","b"],"largePersonGroupId":"staff","maxNumOfCandidatesReturned":2}""");
    assertThat(results.get(0).candidates()).isEmpty();
    assertThat(results.get(1).faceId()).isEqualTo("a");
    assertThat(results.get(1).candidates().get(0).confidence()).isEqualTo(0.92);
  }

  @Test
  void elevenFacesAreOneTooMany() {
    FaceClient client = client(request -> Reply.of(200, "[]"));
    List<String> eleven = IntStream.range(0, 11).mapToObj(String::valueOf).toList();

    assertThatThrownBy(() -> client.identifyFromLargePersonGroup(eleven, "staff", null, null))
        .hasMessage("faceIds has 11 entries, allowed is from 1 to 10");
  }

  @Test
  void imagesTheServiceWouldRefuseAreNotSent() {
    FaceClient client = client(request -> Reply.of(200, "[]"));

    assertThatThrownBy(
            () ->
                client
                    .detect(BinaryData.fromBytes(new byte[7 << 20]), DetectOptions.DEFAULT)
                    .join())
        .hasRootCauseMessage(
            "The image has 7340032 bytes; the service takes 1 KB to 6 MB; use a picture of 1 KB to 6 MB.");
    assertThatThrownBy(
            () -> client.detect(BinaryData.fromBytes(new byte[100]), DetectOptions.DEFAULT).join())
        .hasRootCauseInstanceOf(FaceException.class);
    assertThat(service.received()).isEmpty();
  }

  @Test
  void anAnswerThatIsSomethingElseIsNamed() {
    FaceClient client = client(request -> Reply.of(200, "{\"faces\":[]}"));

    assertThatThrownBy(() -> client.detect(IMAGE, DetectOptions.DEFAULT).join())
        .isInstanceOf(CompletionException.class)
        .hasRootCauseMessage(
            "detect was answered with another kind of JSON than it should; the service may have changed.");
  }

  @Test
  void aRedirectIsFollowedOnlyOnTheSameHost() {
    ScriptedService elsewhere = new ScriptedService(request -> Reply.of(200, "[]"));
    try (elsewhere) {
      FaceClient client =
          client(
              request ->
                  request.uri().getPath().startsWith("/moved")
                      ? Reply.of(200, "[]")
                      : Reply.of(308, "")
                          .with(
                              "Location",
                              request.uri().getQuery().contains("returnFaceId=true")
                                  ? elsewhere.endpoint() + "/moved"
                                  : "/moved?there"));

      assertThat(client.detect(IMAGE, DetectOptions.DEFAULT).join()).isEmpty();
      assertThat(service.last().uri().toString()).isEqualTo("/moved?there");
      assertThat(service.last().body()).hasSize(2000);
      assertThatThrownBy(
              () ->
                  client
                      .detect(IMAGE, DetectOptions.DEFAULT.withFaceId(true, Duration.ofSeconds(60)))
                      .join())
          .hasRootCauseInstanceOf(FaceException.class)
          .hasMessageContaining("is not a Face resource");
      assertThat(elsewhere.received()).isEmpty();
    }
  }
}
