package io.sightings.faults.play;

import io.sightings.faults.watch.FrameConsumptionProgress;
import io.sightings.process.LocalRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Plays scene after scene, as fast as the job keeps up, until it is stopped. */
public final class ScenePlayer implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(500);

  /** Between two scenes at least: their frames come at once, and take the job some seconds. */
  private static final Duration SPACING = Duration.ofSeconds(14);

  /** With more frames than this before it, the job is not given another scene. */
  private static final long MAX_WAITING = 200;

  private final SceneQueue playlist;
  private final List<RecordingVariant> variants;
  private final FrameConsumptionProgress frames;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private long lastBegun = System.nanoTime() - SPACING.toNanos();

  public ScenePlayer(
      SceneQueue playlist, List<RecordingVariant> variants, FrameConsumptionProgress frames) {
    this.playlist = playlist;
    this.variants = List.copyOf(variants);
    this.frames = frames;
    clock.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    boolean rested = System.nanoTime() - lastBegun >= SPACING.toNanos();
    // While the broker is away nobody knows, and so nothing is added.
    if (rested && frames.waiting().orElse(Long.MAX_VALUE) <= MAX_WAITING) {
      lastBegun = System.nanoTime();
      playlist.play("scene", variants.get(playlist.played().size() % variants.size()));
    }
  }

  /** No scene is begun after that. */
  @Override
  public void close() {
    clock.shutdown();
    try {
      if (!clock.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new LocalRuntimeException("The playing of scenes does not end.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
