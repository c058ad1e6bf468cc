package io.sightings.faceservice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmokeTest {
  @Test
  void all() {
    try (FaceService service = FaceService.start(Drawn.settings())) {
      Caller caller = Caller.of(service);
      System.out.println(
          caller.put("largepersongroups/g", "{'name':'G','recognitionModel':'recognition_04'}"));
      String ada = caller.createPerson("g", "Ada");
      String ben = caller.createPerson("g", "Ben");
      for (int i = 1; i < 4; i++) {
        System.out.println(caller.addFace("g", ada, Drawn.ADA.jpeg(i)));
        System.out.println(caller.addFace("g", ben, Drawn.BEN.jpeg(i)));
      }
      System.out.println(caller.post("largepersongroups/g/train"));
      System.out.println(caller.get("largepersongroups/g/training"));
      System.out.println(
          caller
              .post(
                  "detect?detectionModel=detection_03&recognitionModel=recognition_04&returnFaceLandmarks=true&returnRecognitionModel=true&returnFaceAttributes=qualityForRecognition,headPose,blur,exposure,mask,occlusion,glasses",
                  Drawn.ADA.jpeg(4))
              .body()
              .toPrettyString());
      assertThat(caller.identify("g", caller.faceId(Drawn.ADA.jpeg(4)))).isEqualTo(ada);
      assertThat(caller.identify("g", caller.faceId(Drawn.BEN.jpeg(5)))).isEqualTo(ben);
      String cleo = caller.faceId(Drawn.CLEO.jpeg(1));
      System.out.println(
          caller
              .post(
                  "identify",
                  "{'largePersonGroupId':'g','confidenceThreshold':0,'faceIds':['" + cleo + "']}")
              .body());
      for (String p :
          new String[] {
            "health",
            "counters",
            "windows",
            "calls?after=14",
            "state",
            "faults",
            "quirks",
            "nothing"
          }) System.out.println(caller.get("/-/" + p).body());
    }
  }
}
