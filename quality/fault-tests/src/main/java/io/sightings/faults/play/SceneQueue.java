package io.sightings.faults.play;

import io.sightings.faults.product.LocalProduct;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Scenes the product is given, numbered, each to the next ingestor. */
public final class SceneQueue {
  private final LocalProduct product;
  private final Path video;
  private final List<PlayedScene> played = new ArrayList<>();

  public SceneQueue(LocalProduct product, Path video) {
    this.product = product;
    this.video = video;
  }

  /**
   * The same recording under a new name.
   *
   * @param prefix of the name, which a number follows
   */
  public synchronized PlayedScene play(String prefix, RecordingVariant variant) {
    int number = played.size() + 1;
    PlayedScene scene = new PlayedScene("%s-%04d".formatted(prefix, number), variant);
    product
        .ingestors()
        .get(number % product.ingestors().size())
        .add(scene.source(), video, variant.sample());
    played.add(scene);
    return scene;
  }

  /** A source of the first ingestor that the recording is uploaded to later. */
  public synchronized PlayedScene announceUpload(RecordingVariant variant) {
    PlayedScene scene = new PlayedScene("upload-%04d".formatted(played.size() + 1), variant);
    product.ingestors().get(0).addUploads(scene.source(), variant.sample());
    played.add(scene);
    return scene;
  }

  public synchronized List<PlayedScene> played() {
    return List.copyOf(played);
  }

  /**
   * A scene the product was given.
   *
   * @param source its id
   */
  public record PlayedScene(String source, RecordingVariant variant) {}
}
