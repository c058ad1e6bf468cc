package io.sightings.azure.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.azure.ScriptedService.Reply;
import io.sightings.azure.client.models.FaceApiConstants;
import io.sightings.azure.client.models.FaceRectangle;
import io.sightings.azure.client.models.FaceTrainingResult;
import io.sightings.azure.client.models.LargePersonGroupPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LargePersonGroupClientTest extends ScriptedClient {

  @Test
  void aGroupsPeopleComeInPages() {
    LargePersonGroupClient group =
        group(
            request -> {
              String query = request.uri().getQuery();
              int from = query.contains("start=p0999") ? 1000 : 0;
              return Reply.of(
                  200,
                  IntStream.range(from, Math.min(from + 1000, 1003))
                      .mapToObj(i -> "{\"personId\":\"p%04d\",\"name\":\"N\"}".formatted(i))
                      .collect(Collectors.joining(",", "[", "]")));
            });
    List<LargePersonGroupPerson> all = new ArrayList<>();

    assertThat(group.getAllPersons(all::addAll).join()).isEqualTo(2);

    assertThat(all).hasSize(1003);
    assertThat(all.get(1002).personId()).isEqualTo("p1002");
    assertThat(all.get(0).persistedFaceIds()).isEmpty();
    assertThat(service.received()).hasSize(2);
  }

  @Test
  void groupsAreMadeAndTrained() {
    LargePersonGroupClient group =
        group(
            request ->
                request.uri().getPath().endsWith("/train")
                    ? new Reply(202, java.util.Map.of("operation-Location", "/x"), "")
                    : request.uri().getPath().endsWith("/training")
                        ? Reply.of(
                            200,
                            """
                            {"status":"Succeeded","createdDateTime":"2026-01-05T10:00:00.1234567Z",
                             "lastActionDateTime":null,"message":null}""")
                        : Reply.of(200, ""));

    group.create("The staff", null, FaceApiConstants.RECOGNITION_04).join();
    assertThat(service.last().method()).isEqualTo("PUT");
    assertThat(service.last().uri().getPath()).isEqualTo("/face/v1.2/largepersongroups/staff");
    assertThat(service.last().text())
        .isEqualTo("{\"name\":\"The staff\",\"recognitionModel\":\"recognition_04\"}");

    group.train().join();
    FaceTrainingResult training = group.getTrainingStatus().join();
    assertThat(training.status()).isEqualTo(FaceApiConstants.SUCCEEDED);
    assertThat(training.createdDateTime()).isEqualTo("2026-01-05T10:00:00.123456700Z");
    assertThat(training.message()).isNull();
  }

  @Test
  void aFaceIsAddedWithItsTargetAndItsKey() {
    LargePersonGroupClient group = group(request -> Reply.of(200, "{\"persistedFaceId\":\"f\"}"));

    group
        .addFace(
            "p",
            IMAGE,
            new AddFaceOptions(
                FaceApiConstants.DETECTION_03, new FaceRectangle(1, 2, 3, 4), "a b&c"))
        .join();

    assertThat(service.last().uri().getRawQuery())
        .isEqualTo("detectionModel=detection_03&targetFace=2,1,3,4&userData=a%20b%26c");
  }
}
