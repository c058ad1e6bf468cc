package io.sightings.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lease on a detector and an embedder. Closing it gives the lease back; closing it twice changes
 * nothing.
 */
public interface FaceEngine extends AutoCloseable {

  /** An analyser for frames of a stream: one look at each. Close it before this engine. */
  default FrameAnalyser newAnalyser() {
    return newAnalyser(null);
  }

  /**
   * The same, which also cuts out a {@link FaceShot} of each face that can be judged.
   *
   * @param shots null for none
   */
  FrameAnalyser newAnalyser(@Nullable ShotSettings shots);

  /**
   * An analyser for photographs: small ones are enlarged, and where no face can be judged it looks
   * again, closer. Close it before this engine.
   */
  default FrameAnalyser newPhotoAnalyser() {
    return newPhotoAnalyser(null);
  }

  /**
   * The same with shots.
   *
   * @param shots null for none
   */
  FrameAnalyser newPhotoAnalyser(@Nullable ShotSettings shots);

  FaceEmbedder embedder();

  /** {@code yunet}, {@code ultraface} or {@code cascade}. */
  String detectorName();

  /** The same as the embedder's model. */
  default String embedderName() {
    return embedder().model();
  }

  /** One line to show the user where the engine runs with less than it could. */
  Optional<String> notice();

  @Override
  void close();
}
