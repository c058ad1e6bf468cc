package io.sightings.cli.demo;

import io.sightings.cluster.rest.JobVertices;
import io.sightings.job.settings.KafkaSettings;
import io.sightings.process.LocalRuntimeException;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.console.CommandFailure;
import io.sightings.toolkit.console.ExitCode;
import io.sightings.toolkit.scene.DemoSceneRecording;
import io.sightings.toolkit.scene.GroundTruthComparison;
import io.sightings.toolkit.topics.KafkaAccess;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays the inputs through the running job, and tells what comes out of it. */
final class DemoPlayer {
  private static final Logger LOG = LoggerFactory.getLogger(DemoPlayer.class);
  private static final int LOOK_EVERY_MILLIS = 200;
  private static final Duration READ_ON = Duration.ofSeconds(15);

  private final CommandConsole console;
  private final KafkaAccess broker;
  private final EmbeddedFlinkCluster flink;
  private final KafkaSettings kafka;
  private final @Nullable DemoFaceService service;
  private final CountDownLatch stop;

  /**
   * @param service that says who people are; null where they are named here
   * @param stop counted down by Ctrl-C
   */
  DemoPlayer(
      CommandConsole console,
      KafkaAccess broker,
      EmbeddedFlinkCluster flink,
      KafkaSettings kafka,
      @Nullable DemoFaceService service,
      CountDownLatch stop) {
    this.console = console;
    this.broker = broker;
    this.flink = flink;
    this.kafka = kafka;
    this.service = service;
    this.stop = stop;
  }

  /**
   * @param playback what is published
   * @param scene null where real inputs are played
   * @param keep whether to go on at the end, until Ctrl-C
   * @return the exit code
   */
  int play(ScenePlayback playback, @Nullable DemoSceneRecording scene, boolean keep)
      throws InterruptedException {
    LatestSightings book = new LatestSightings();
    RevisionFormatter news = new RevisionFormatter(book);
    console.say("");
    long start = System.nanoTime();
    try (SightingTopicConsumer follower =
        SightingTopicConsumer.start(broker, s -> news.of(s).ifPresent(console::say))) {
      boolean played = await(playback::done) && awaitConsumed();
      double seconds = (System.nanoTime() - start) / 1e9;
      Optional<StageTimes> times = played ? stageTimes() : Optional.empty();
      if (played && keep) {
        follower.settle(READ_ON);
      } else if (played) {
        flink.drain();
        follower.drain(READ_ON);
      }
      VisitSummary.print(console.out(), book);
      times.ifPresent(t -> tell(t, seconds));
      if (service != null) {
        console.say("");
        service.bill(times.map(StageTimes::frames).orElse(0L));
      }
      if (played && scene != null) {
        console.say("");
        GroundTruthComparison.of(scene.truth().visits(), book.visits()).print(console.out());
      }
      if (played && keep) {
        console.say("");
        console.say("Kafka and Flink go on: " + broker.bootstrap() + ", " + flink.ui());
        console.say("Press Ctrl-C to stop them.");
        await(() -> false);
      }
      return playback.allGood() ? ExitCode.OK : ExitCode.INPUT;
    }
  }

  private boolean awaitConsumed() throws InterruptedException {
    try (TopicConsumption frames =
        new TopicConsumption(broker, kafka.topics().frames(), flink.vertices())) {
      return await(frames::complete);
    }
  }

  private Optional<StageTimes> stageTimes() throws InterruptedException {
    try {
      JobVertices job = flink.vertices();
      StageTimes before;
      StageTimes now = StageTimes.read(job);
      do {
        // What was read last may still be worked on, and Flink collects with a delay.
        stop.await(2L * LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        before = now;
        now = StageTimes.read(job);
      } while (!now.equals(before) && stop.getCount() > 0);
      return Optional.of(now);
    } catch (LocalRuntimeException e) {
      LOG.warn("Flink's metrics cannot be read", e);
      return Optional.empty();
    }
  }

  private void tell(StageTimes times, double seconds) {
    console.say("");
    console.say(
        String.format(
            Locale.ROOT,
            "%d frames in %.1f s: %.0f frames per second",
            times.frames(),
            seconds,
            times.frames() / seconds));
    times.print(console.out());
  }

  /**
   * @return false if Ctrl-C came first
   */
  private boolean await(Condition condition) throws InterruptedException {
    try {
      while (!condition.met()) {
        Optional<CommandFailure> failure = flink.failure();
        if (failure.isPresent() && stop.getCount() > 0) {
          throw failure.get();
        }
        if (stop.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
          return false;
        }
      }
      return true;
    } catch (ExecutionException | LocalRuntimeException e) {
      throw CommandFailure.environment("Kafka or Flink does not answer: " + e.getMessage(), e);
    }
  }

  private interface Condition {
    boolean met() throws InterruptedException, ExecutionException;
  }
}
