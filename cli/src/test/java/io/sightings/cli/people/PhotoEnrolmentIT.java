package io.sightings.cli.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.cli.Main;
import io.sightings.kafka.LocalBroker;
import io.sightings.scenes.DemoScene;
import io.sightings.scenes.PortraitPainter;
import io.sightings.scenes.SceneRecording;
import io.sightings.toolkit.topics.KafkaAccess;
import io.sightings.toolkit.topics.PeopleStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drawn people are enrolled with the engine that needs no model files. */
class PhotoEnrolmentIT {
  @TempDir Path folder;
  private final StringWriter said = new StringWriter();
  private LocalBroker kafka;

  @BeforeEach
  void start() throws IOException {
    kafka = LocalBroker.start();
    SceneRecording recording = DemoScene.defaults();
    new PortraitPainter().write(folder, "Ada", recording.enrolled().get("Ada"), 3);
  }

  @AfterEach
  void stop() {
    kafka.close();
  }

  @Test
  void enrollingTheSamePhotosAgainChangesNothing() {
    assertThat(enrol()).isZero();
    assertThat(said.toString()).contains("3 photos accepted, 0 unchanged, 0 rejected");

    assertThat(enrol()).isZero();
    assertThat(said.toString()).contains("0 photos accepted, 3 unchanged, 0 rejected");
    try (PeopleStore store = PeopleStore.open(new KafkaAccess(kafka.bootstrap()))) {
      assertThat(store.all().get("ada").templates()).hasSize(3);
    }
  }

  @Test
  void aRenamedPersonIsStillTheOneTheFolderMeans() {
    enrol();
    run("people", "rename", "ada", "Ada Smith");

    assertThat(enrol()).isZero();

    try (PeopleStore store = PeopleStore.open(new KafkaAccess(kafka.bootstrap()))) {
      assertThat(store.all()).containsOnlyKeys("ada");
      assertThat(store.all().get("ada").name()).isEqualTo("Ada Smith");
    }
  }

  @Test
  void aPhotoThatIsNoneIsRejectedAndTheOthersAreEnrolled() throws IOException {
    Files.writeString(folder.resolve("Ada/4.jpg"), "no photo");
    Files.write(folder.resolve("Ada/5.jpg"), new byte[0]);

    assertThat(enrol()).isEqualTo(1);

    assertThat(said.toString().lines().filter(line -> line.startsWith("rejected"))).hasSize(2);
    assertThat(said.toString()).contains("3 photos accepted, 0 unchanged, 2 rejected");
  }

  private int enrol() {
    said.getBuffer().setLength(0);
    return run("enrol", folder.toString(), "--engine", "offline");
  }

  private int run(String... args) {
    String[] all = Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--bootstrap";
    all[args.length + 1] = kafka.bootstrap();
    PrintWriter out = new PrintWriter(said, true);
    return Main.run(out, out, all);
  }
}
