package io.sightings.faceservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.faceservice.operations.Pace;
import io.sightings.faceservice.people.GroupState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {
  @TempDir private Path folder;

  @Test
  void groupsOutliveTheProcess() throws IOException {
    FaceServiceSettings settings = Drawn.settings().withFolder(folder);
    List<GroupState> before;
    String ada;
    try (FaceService service = FaceService.start(settings)) {
      Caller caller = Caller.of(service);
      caller.put(
          "largepersongroups/g", "{'name':'G','userData':'x','recognitionModel':'recognition_04'}");
      ada = caller.createPerson("g", "Ada");
      caller.addFace("g", ada, Drawn.ADA.jpeg(1));
      caller.post("largepersongroups/g/train");
      String ben = caller.createPerson("g", "Ben");
      caller.addFace("g", ben, Drawn.BEN.jpeg(1));
      caller.delete("largepersongroups/g/persons/" + caller.createPerson("g", "Cleo"));
      caller.put("largepersongroups/gone", "{'name':'Gone'}");
      caller.createPerson("gone", "Ada");
      caller.delete("largepersongroups/gone");
      before = service.state();
    }
    try (FaceService service = FaceService.start(settings)) {
      assertThat(service.state()).isEqualTo(before);
      Caller caller = Caller.of(service);
      assertThat(caller.identify("g", caller.faceId(Drawn.ADA.jpeg(1)))).isEqualTo(ada);
      assertThat(caller.identify("g", caller.faceId(Drawn.BEN.jpeg(1)))).isEmpty();
      assertThat(caller.createPerson("g", "Dan")).isNotEqualTo(ada);
      assertThat(service.state().get(0).people()).hasSize(3);
      service.reset();
    }
    try (Stream<Path> left = Files.list(folder.resolve("groups"))) {
      assertThat(left)
          .extracting(Path::getFileName)
          .extracting(Path::toString)
          .containsExactly("model");
    }
  }

  @Test
  void aTrainingGoesOnWhileTheProcessIsAway() {
    ManualClock clock = new ManualClock();
    FaceServiceSettings settings =
        Drawn.settings()
            .withFolder(folder)
            .withClock(clock)
            .withPace(Pace.INSTANT.withTraining(Duration.ZERO, Duration.ofMinutes(1)));
    String ada;
    try (FaceService service = FaceService.start(settings)) {
      Caller caller = Caller.of(service);
      caller.put("largepersongroups/g", "{'name':'G','recognitionModel':'recognition_04'}");
      ada = caller.createPerson("g", "Ada");
      caller.addFace("g", ada, Drawn.ADA.jpeg(1));
      caller.post("largepersongroups/g/train");
    }
    clock.pass(Duration.ofMinutes(2));
    try (FaceService service = FaceService.start(settings)) {
      Caller caller = Caller.of(service);
      assertThat(caller.get("largepersongroups/g/training").body().path("status").asText())
          .isEqualTo("succeeded");
      assertThat(caller.identify("g", caller.faceId(Drawn.ADA.jpeg(1)))).isEqualTo(ada);
    }
  }

  @Test
  void facesOfAnotherModelAreRefused() throws IOException {
    Files.createDirectories(folder.resolve("groups"));
    Files.writeString(folder.resolve("groups").resolve("model"), "arcface");
    assertThatThrownBy(() -> FaceService.start(Drawn.settings().withFolder(folder)))
        .hasMessageContaining("arcface")
        .hasMessageContaining("lbph")
        .hasMessageContaining("another folder");
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    try (FaceService first = FaceService.start(Drawn.settings())) {
      int port = first.endpoint().getPort();
      assertThatThrownBy(() -> FaceService.start(Drawn.settings().withPort(port)))
          .hasMessageContaining("127.0.0.1:" + port)
          .hasMessageContaining("another port");
    }
  }
}
