package io.sightings.scenes;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Films a scene: draws its frames on all processors and encodes them in order. */
public final class SceneVideoWriter {
  private SceneVideoWriter() {}

  /** How many frames the whole scene has. */
  public static int frames(WalkScene scene, double framesPerSecond) {
    return (int) Math.ceil(scene.seconds() * framesPerSecond);
  }

  /**
   * Writes the whole scene as an MP4 file.
   *
   * @param start capture time of the first frame, a whole second; stored as creation_time
   * @param progress is told how many frames are written, after each
   */
  public static void write(
      WalkScene scene, double framesPerSecond, Path mp4, Instant start, IntConsumer progress)
      throws IOException {
    int count = frames(scene, framesPerSecond);
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService painters = Executors.newFixedThreadPool(threads);
    try (Mp4Writer video =
        new Mp4Writer(mp4, scene.width(), scene.height(), framesPerSecond, start)) {
      Queue<Future<BufferedImage>> ahead = new ArrayDeque<>();
      int drawn = 0;
      for (int written = 0; written < count; ) {
        while (drawn < count && ahead.size() <= threads) {
          double second = drawn++ / framesPerSecond;
          ahead.add(painters.submit(() -> scene.frame(second)));
        }
        video.write(ahead.remove().get());
        written++;
        progress.accept(written);
      }
    } catch (ExecutionException | CancellationException e) {
      throw new IOException("Cannot draw the scene for " + mp4 + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while filming " + mp4 + ".", e);
    } finally {
      painters.shutdownNow();
    }
  }
}
