package io.sightings.faceservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightings.faceservice.Caller.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private FaceService service;
  private Caller caller;
  private String ada;
  private String adaAgain;
  private String ben;

  @BeforeEach
  void start() {
    service = FaceService.start(Drawn.settings());
    caller = Caller.of(service);
    ada = caller.faceId(Drawn.ADA.jpeg(1));
    adaAgain = caller.faceId(Drawn.ADA.jpeg(1));
    ben = caller.faceId(Drawn.BEN.jpeg(1));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void twoFacesAreVerified() {
    JsonNode same = verify("'faceId1':'" + ada + "','faceId2':'" + adaAgain + "'").body();
    assertThat(same.path("isIdentical").asBoolean()).isTrue();
    assertThat(same.path("confidence").asDouble()).isBetween(0.9, 1.0);
    JsonNode other = verify("'faceId1':'" + ada + "','faceId2':'" + ben + "'").body();
    assertThat(other.path("isIdentical").asBoolean()).isFalse();
    assertThat(other.path("confidence").asDouble()).isBetween(0.0, 0.5);
  }

  private Answer verify(String members) {
    return caller.post("verify", "{" + members + "}");
  }

  @Test
  void aFaceIsVerifiedAgainstAPerson() {
    caller.put("largepersongroups/g", "{'name':'G','recognitionModel':'recognition_04'}");
    String person = caller.createPerson("g", "Ada");
    String members = "'largePersonGroupId':'g','personId':'" + person + "','faceId':'" + ada + "'";
    assertThat(verify(members).code()).isEqualTo("PersistedFaceNotFound");
    caller.addFace("g", person, Drawn.ADA.jpeg(1));
    assertThat(verify(members).body().path("isIdentical").asBoolean()).isTrue();
    assertThat(verify(members.replace("'g'", "'h'")).code()).isEqualTo("LargePersonGroupNotFound");
    assertThat(verify(members.replace(person, "ada")).message()).isEqualTo("Person ID is invalid.");
  }

  @Test
  void similarFacesAreFoundAmongFaceIds() {
    String members = "{'faceId':'" + ada + "','faceIds':['" + ben + "','" + adaAgain + "']";
    JsonNode found = caller.post("findsimilars", members + "}").body();
    assertThat(found).hasSize(1);
    assertThat(found.at("/0/faceId").asText()).isEqualTo(adaAgain);
    assertThat(caller.post("findsimilars", members + ",'mode':'matchFace'}").body()).hasSize(2);
    assertThat(caller.post("findsimilars", members + ",'mode':'any'}").message())
        .isEqualTo("Mode is invalid.");
  }

  @Test
  void facesAreGrouped() {
    JsonNode groups =
        caller.post("group", "{'faceIds':['" + ada + "','" + ben + "','" + adaAgain + "']}").body();
    assertThat(groups.path("groups")).hasSize(1);
    assertThat(groups.at("/groups/0"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder(ada, adaAgain);
    assertThat(groups.path("messyGroup")).extracting(JsonNode::asText).containsExactly(ben);
    assertThat(caller.post("group", "{'faceIds':['" + ada + "']}").status()).isEqualTo(400);
  }
}
