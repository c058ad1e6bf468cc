package io.sightings.scenes;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.sightings.scenes.TrueFrame.VisibleFace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a perfect observer of a scene's video would report.
 *
 * @param start capture time of the first frame
 * @param gapSeconds appearances of one person closer than this are one visit
 * @param visits in order of their beginning
 * @param frames every frame of the video with the faces in it
 */
public record SceneTruth(
    Instant start,
    double framesPerSecond,
    int width,
    int height,
    double gapSeconds,
    List<TrueVisit> visits,
    List<TrueFrame> frames) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /**
   * @param framesPerSecond of the video made of the scene
   * @param known the names of the people who are enrolled
   */
  public static SceneTruth of(
      WalkScene scene, double framesPerSecond, Instant start, Duration gap, Set<String> known) {
    List<TrueFrame> frames =
        IntStream.range(0, SceneVideoWriter.frames(scene, framesPerSecond))
            .mapToObj(index -> frame(scene, index, index / framesPerSecond))
            .toList();
    double gapSeconds = gap.toMillis() / 1000.0;
    List<TrueVisit> visits = new TrueVisitMerger(start, gapSeconds, known).visits(frames);
    return new SceneTruth(
        start, framesPerSecond, scene.width(), scene.height(), gapSeconds, visits, frames);
  }

  /**
   * The visits that can be seen in pictures taken at these times.
   *
   * @param millis times of the scene, ascending
   */
  public static List<TrueVisit> visits(
      WalkScene scene, List<Long> millis, Instant start, Duration gap, Set<String> known) {
    List<TrueFrame> frames =
        IntStream.range(0, millis.size())
            .mapToObj(index -> frame(scene, index, millis.get(index) / 1000.0))
            .toList();
    return new TrueVisitMerger(start, gap.toMillis() / 1000.0, known).visits(frames);
  }

  private static TrueFrame frame(WalkScene scene, int index, double second) {
    List<TrueFrame.TrueFace> faces = new ArrayList<>();
    for (VisibleFace face : scene.truth(second)) {
      faces.add(TrueFrame.TrueFace.of(face));
    }
    return new TrueFrame(index, second, faces);
  }

  /** Writes the truth as JSON. */
  public void write(Path file) throws IOException {
    JSON.writeValue(file.toFile(), this);
  }

  /** Reads what {@link #write} wrote. */
  public static SceneTruth read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), SceneTruth.class);
  }
}
