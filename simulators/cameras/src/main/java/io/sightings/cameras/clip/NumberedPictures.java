package io.sightings.cameras.clip;

import io.sightings.scenes.WalkScene;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The numbered pictures of a clip in order, drawn on all processors. */
final class NumberedPictures implements AutoCloseable {
  private final ClipSpec spec;
  private final WalkScene scene;
  private final int threads = Runtime.getRuntime().availableProcessors();
  private final ExecutorService painters = Executors.newFixedThreadPool(threads);
  private final Queue<Future<BufferedImage>> ahead = new ArrayDeque<>();
  private int ordered;

  NumberedPictures(ClipSpec spec) {
    this.spec = spec;
    scene = spec.scene();
  }

  /** The next picture, TYPE_INT_RGB; null after the last. */
  @Nullable BufferedImage next() throws IOException {
    while (ordered < spec.frames() && ahead.size() <= threads) {
      int number = ordered++;
      ahead.add(painters.submit(() -> paint(number)));
    }
    Future<BufferedImage> first = ahead.poll();
    if (first == null) {
      return null;
    }
    try {
      return first.get();
    } catch (ExecutionException e) {
      throw new IOException("The clip " + spec.fileName() + " cannot be drawn.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while drawing the clip " + spec.fileName() + ".", e);
    }
  }

  private BufferedImage paint(int number) {
    BufferedImage picture = scene.frame((double) number / spec.fps());
    FrameNumber.draw(picture, number);
    return picture;
  }

  @Override
  public void close() {
    painters.shutdownNow();
  }
}
