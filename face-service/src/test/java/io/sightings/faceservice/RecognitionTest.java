package io.sightings.faceservice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecognitionTest {

  @Test
  void whoWasEnrolledIsIdentifiedAndAStrangerIsNobody() {
    try (FaceService service = FaceService.start(Drawn.settings())) {
      Caller caller = Caller.of(service);
      caller.put("largepersongroups/g", "{'name':'G','recognitionModel':'recognition_04'}");
      String ada = caller.createPerson("g", "Ada");
      String ben = caller.createPerson("g", "Ben");
      for (int i = 1; i <= 3; i++) {
        assertThat(caller.addFace("g", ada, Drawn.ADA.jpeg(i)).status()).isEqualTo(200);
        assertThat(caller.addFace("g", ben, Drawn.BEN.jpeg(i)).status()).isEqualTo(200);
      }
      assertThat(caller.post("largepersongroups/g/train").status()).isEqualTo(202);
      assertThat(caller.identify("g", caller.faceId(Drawn.ADA.jpeg(4)))).isEqualTo(ada);
      assertThat(caller.identify("g", caller.faceId(Drawn.BEN.jpeg(5)))).isEqualTo(ben);
      assertThat(caller.identify("g", caller.faceId(Drawn.CLEO.jpeg(1)))).isEmpty();
    }
  }
}
