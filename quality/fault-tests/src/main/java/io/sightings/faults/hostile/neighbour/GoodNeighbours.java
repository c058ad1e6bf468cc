package io.sightings.faults.hostile.neighbour;

import io.sightings.faults.product.KillableIngestor;
import io.sightings.faults.product.LocalProduct;
import io.sightings.process.ProcessAwait;
import io.sightings.scenes.TrueVisit;
import io.sightings.toolkit.scene.DemoSceneRecording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Good inputs between the hostile ones: uploaded photos, enrolments, scenes in watched folders, and
 * frames on the topic. For one thread.
 */
public final class GoodNeighbours implements AutoCloseable {
  private static final String DOOR = GoodSightings.PREFIX + "door";

  /** Photos are taken so far apart, and the first so long ago. */
  private static final Duration INTERVAL = Duration.ofSeconds(20);

  private static final Duration FIRST = Duration.ofHours(12);

  private final LocalProduct product;
  private final DemoSceneRecording scene;
  private final List<TrueVisit> truth;
  private final Path folder;
  private final KillableIngestor ingestor;
  private final GoodPerson person;
  private final PhotoUploadClient client;
  private final GoodSightings sightings;
  private final List<GoodNeighbour> expected = new ArrayList<>();
  private final Instant first = Instant.now().minus(FIRST);
  private @Nullable SceneFrameReplayer frames;
  private int photos;
  private int scenes;

  /**
   * @param folder for watched folders
   */
  public GoodNeighbours(
      LocalProduct product, DemoSceneRecording scene, GoodPerson person, Path folder) {
    this.product = product;
    this.scene = scene;
    this.person = person;
    this.folder = folder;
    truth = scene.truth().visits();
    ingestor = product.ingestors().get(0);
    client = new PhotoUploadClient(ingestor.port());
    sightings = new GoodSightings(product.broker());
    ingestor.declare("{id: %s, upload: true}".formatted(DOOR));
  }

  /**
   * Serves one scene and one photo while nothing hostile is under way.
   *
   * @throws io.sightings.process.LocalRuntimeException if even that fails
   */
  public void calm(Duration patience) throws IOException, InterruptedException {
    String source = playFile();
    ProcessAwait.until("the door is declared", patience, this::isDoorOpen);
    ProcessAwait.until(
        "all is well before the first hostile input", patience, () -> missing().isEmpty());
    frames = SceneFrameReplayer.of(source, product.broker());
  }

  private boolean isDoorOpen() {
    try {
      uploadPhoto();
      return true;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      expected.removeIf(one -> one instanceof GoodPhoto photo && photo.frame().isEmpty());
    }
  }

  /** A photo of a person whose last enrolment was a while ago, then the next enrolment. */
  public void photoAndEnrolment() throws InterruptedException {
    try {
      uploadPhoto();
    } catch (IOException e) {
      expected.add(new GoodPhoto(DOOR, photos, e.toString(), "", person.name()));
    }
    person.rename();
  }

  private void uploadPhoto() throws IOException, InterruptedException {
    Instant time = first.plus(INTERVAL.multipliedBy(++photos));
    PhotoUploadClient.Answer answer = client.send(DOOR, person.photo(), time);
    expected.add(
        new GoodPhoto(DOOR, photos, "status " + answer.status(), answer.frame(), person.name()));
  }

  /** The scene by a watched folder, and the same on the topic. */
  public void playScene() throws IOException {
    playFile();
    String source = GoodSightings.PREFIX + "frames-" + scenes;
    Objects.requireNonNull(frames, "not calm yet").play(source);
    expected.add(new GoodScene(source, truth));
  }

  private String playFile() throws IOException {
    String source = GoodSightings.PREFIX + "folder-" + ++scenes;
    Path watched = Files.createDirectories(folder.resolve(source));
    Files.copy(scene.video(), watched.resolve("scene.mp4"));
    ingestor.declare(
        "{id: %s, watch: \"%s\", sample: {fps: 3, maxWidth: 960}}".formatted(source, watched));
    expected.add(new GoodScene(source, truth));
    return source;
  }

  /** Why neighbours are not served yet, a line each. */
  public List<String> missing() {
    sightings.look();
    return expected.stream()
        .map(neighbour -> neighbour.missing(sightings))
        .flatMap(Optional::stream)
        .toList();
  }

  /** How many there are so far. */
  public int expected() {
    return expected.size();
  }

  /** Photos that were sent again on a fresh connection. */
  public int repeatedUploads() {
    return client.repeats();
  }

  @Override
  public void close() {
    sightings.close();
    person.close();
    if (frames != null) {
      frames.close();
    }
  }
}
