package io.sightings.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.fixtures.DrawnPerson;
import io.sightings.fixtures.FaceApiCaller;
import org.junit.jupiter.api.Test;

class RecognitionTest {

  @Test
  void whoWasEnrolledIsIdentifiedAndAStrangerIsNobody() {
    try (FaceEmulator service = FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED)) {
      FaceApiCaller caller = FaceApiCaller.withKey(service.endpoint(), service.key());
      caller.put("largepersongroups/g", "{'name':'G','recognitionModel':'recognition_04'}");
      String ada = caller.createPerson("g", "Ada");
      String ben = caller.createPerson("g", "Ben");
      for (int i = 1; i <= 3; i++) {
        assertThat(caller.addFace("g", ada, DrawnPerson.ADA.jpeg(i)).status()).isEqualTo(200);
        assertThat(caller.addFace("g", ben, DrawnPerson.BEN.jpeg(i)).status()).isEqualTo(200);
      }
      assertThat(caller.post("largepersongroups/g/train").status()).isEqualTo(202);
      assertThat(caller.identify("g", caller.faceId(DrawnPerson.ADA.jpeg(4)))).isEqualTo(ada);
      assertThat(caller.identify("g", caller.faceId(DrawnPerson.BEN.jpeg(5)))).isEqualTo(ben);
      assertThat(caller.identify("g", caller.faceId(DrawnPerson.CLEO.jpeg(1)))).isEmpty();
    }
  }
}
