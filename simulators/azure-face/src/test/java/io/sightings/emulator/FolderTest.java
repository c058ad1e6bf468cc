package io.sightings.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.emulator.operations.EmulatorDelays;
import io.sightings.emulator.people.GroupSnapshot;
import io.sightings.fixtures.DrawnPerson;
import io.sightings.fixtures.FaceApiCaller;
import io.sightings.fixtures.ManualClock;
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
    FaceEmulatorSettings settings = FaceEmulatorSettings.UNTHROTTLED.withFolder(folder);
    List<GroupSnapshot> before;
    String ada;
    try (FaceEmulator service = FaceEmulator.start(settings)) {
      FaceApiCaller caller = FaceApiCaller.withKey(service.endpoint(), service.key());
      caller.put(
          "largepersongroups/g", "{'name':'G','userData':'x','recognitionModel':'recognition_04'}");
      ada = caller.createPerson("g", "Ada");
      caller.addFace("g", ada, DrawnPerson.ADA.jpeg(1));
      caller.post("largepersongroups/g/train");
      String ben = caller.createPerson("g", "Ben");
      caller.addFace("g", ben, DrawnPerson.BEN.jpeg(1));
      caller.delete("largepersongroups/g/persons/" + caller.createPerson("g", "Cleo"));
      caller.put("largepersongroups/gone", "{'name':'Gone'}");
      caller.createPerson("gone", "Ada");
      caller.delete("largepersongroups/gone");
      before = service.state();
    }
    try (FaceEmulator service = FaceEmulator.start(settings)) {
      assertThat(service.state()).isEqualTo(before);
      FaceApiCaller caller = FaceApiCaller.withKey(service.endpoint(), service.key());
      assertThat(caller.identify("g", caller.faceId(DrawnPerson.ADA.jpeg(1)))).isEqualTo(ada);
      assertThat(caller.identify("g", caller.faceId(DrawnPerson.BEN.jpeg(1)))).isEmpty();
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
    FaceEmulatorSettings settings =
        FaceEmulatorSettings.UNTHROTTLED
            .withFolder(folder)
            .withClock(clock)
            .withPace(EmulatorDelays.INSTANT.withTraining(Duration.ZERO, Duration.ofMinutes(1)));
    String ada;
    try (FaceEmulator service = FaceEmulator.start(settings)) {
      FaceApiCaller caller = FaceApiCaller.withKey(service.endpoint(), service.key());
      caller.put("largepersongroups/g", "{'name':'G','recognitionModel':'recognition_04'}");
      ada = caller.createPerson("g", "Ada");
      caller.addFace("g", ada, DrawnPerson.ADA.jpeg(1));
      caller.post("largepersongroups/g/train");
    }
    clock.pass(Duration.ofMinutes(2));
    try (FaceEmulator service = FaceEmulator.start(settings)) {
      FaceApiCaller caller = FaceApiCaller.withKey(service.endpoint(), service.key());
      assertThat(caller.get("largepersongroups/g/training").body().path("status").asText())
          .isEqualTo("succeeded");
      assertThat(caller.identify("g", caller.faceId(DrawnPerson.ADA.jpeg(1)))).isEqualTo(ada);
    }
  }

  @Test
  void facesOfAnotherModelAreRefused() throws IOException {
    Files.createDirectories(folder.resolve("groups"));
    Files.writeString(folder.resolve("groups").resolve("model"), "arcface");
    assertThatThrownBy(
            () -> FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED.withFolder(folder)))
        .hasMessageContaining("arcface")
        .hasMessageContaining("lbph")
        .hasMessageContaining("another folder");
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    try (FaceEmulator first = FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED)) {
      int port = first.endpoint().getPort();
      assertThatThrownBy(() -> FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED.withPort(port)))
          .hasMessageContaining("127.0.0.1:" + port)
          .hasMessageContaining("another port");
    }
  }
}
