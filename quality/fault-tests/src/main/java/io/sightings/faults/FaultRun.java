package io.sightings.faults;

import io.sightings.contract.Sighting;
import io.sightings.faults.fault.FaultEvent;
import io.sightings.faults.play.HeartbeatSource;
import io.sightings.faults.play.RecordingVariant;
import io.sightings.faults.play.ScenePlayer;
import io.sightings.faults.play.SceneQueue;
import io.sightings.faults.play.SceneQueue.PlayedScene;
import io.sightings.faults.product.LocalProduct;
import io.sightings.faults.verdict.CommittedSightings;
import io.sightings.faults.verdict.SceneVerdict;
import io.sightings.faults.watch.FrameConsumptionProgress;
import io.sightings.faults.watch.RecoveryTable.RecoveryTimes;
import io.sightings.process.ProcessAwait;
import io.sightings.scenes.TrueVisit;
import io.sightings.toolkit.audit.SightingFileReader;
import io.sightings.toolkit.audit.SightingFileReader.SightingFileEntry;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.scene.DemoSceneRecording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Plays scenes, first undisturbed and then through faults, and compares what came of them. */
public final class FaultRun {
  private static final int PARTITIONS = 4;
  private static final Duration LONGEST_DRAIN = Duration.ofMinutes(6);
  private static final Duration LONGEST_RUN = Duration.ofDays(1);
  private static final Duration FILED_WITHIN = Duration.ofMinutes(1);

  private final LocalProduct product;
  private final DemoSceneRecording scene;
  private final List<RecordingVariant> variants;
  private final CommandConsole console;
  private final SceneQueue playlist;

  /**
   * @param variants of the scene that are played
   */
  public FaultRun(
      LocalProduct product,
      DemoSceneRecording scene,
      List<RecordingVariant> variants,
      CommandConsole console) {
    this.product = product;
    this.scene = scene;
    this.variants = List.copyOf(variants);
    this.console = console;
    this.playlist = new SceneQueue(product, scene.video());
  }

  /** A source the recording is uploaded to later; what becomes of it is judged like a scene. */
  String announceUpload() {
    return playlist.announceUpload(variants.get(0)).source();
  }

  /**
   * @param time for which scenes are played, at least until the last fault has passed
   */
  public FaultRunResult run(List<FaultEvent> blows, Duration time) throws IOException {
    try (CommittedSightings sightings = new CommittedSightings(product.broker());
        FrameConsumptionProgress frames =
            new FrameConsumptionProgress(product.broker(), PARTITIONS)) {
      Map<RecordingVariant, List<Sighting>> calm = playCalmly(sightings);
      Instant begin = Instant.now();
      List<RecoveryTimes> recoveries;
      try (HeartbeatSource pulse = new HeartbeatSource(product.broker());
          ScenePlayer performance = new ScenePlayer(playlist, variants, frames)) {
        recoveries = strike(blows, begin, frames);
        awaitTime(begin.plus(time));
      }
      Duration took = Duration.between(begin, Instant.now());
      drain(playlist.played(), sightings);
      SceneVerdict verdict =
          SceneVerdict.of(truth(), playlist.played(), calm, sightings.all(), files());
      return new FaultRunResult(verdict, recoveries, took);
    }
  }

  /** Each variant once, with nothing in its way: what is said of it then is what is to be said. */
  private Map<RecordingVariant, List<Sighting>> playCalmly(CommittedSightings sightings) {
    List<PlayedScene> scenes =
        variants.stream().map(variant -> playlist.play("calm", variant)).toList();
    awaitClosed(scenes, sightings, LocalProduct.PATIENCE);
    product.settle();
    Map<RecordingVariant, List<Sighting>> calm = new HashMap<>();
    scenes.forEach(played -> calm.put(played.variant(), sightings.of(played.source())));
    console.say("Undisturbed: %d scenes, %d visits each".formatted(scenes.size(), truth().size()));
    return calm;
  }

  private List<RecoveryTimes> strike(
      List<FaultEvent> blows, Instant begin, FrameConsumptionProgress frames) throws IOException {
    List<RecoveryTimes> recoveries = new ArrayList<>();
    for (FaultEvent blow : blows) {
      awaitTime(begin.plus(blow.after()));
      Duration passed = Duration.between(begin, Instant.now());
      List<RecoveryTimes> these = new FaultRunner(product, frames).of(blow);
      recoveries.addAll(these);
      console.say(
          "%2d:%02d  %-60s works again after %4.1f s; %d scenes so far"
              .formatted(
                  passed.toMinutes(),
                  passed.toSecondsPart(),
                  blow.words(),
                  these.get(0).took().toMillis() / 1000.0,
                  playlist.played().size()));
    }
    return recoveries;
  }

  private static void awaitTime(Instant time) {
    ProcessAwait.until("it is " + time, LONGEST_RUN, () -> !Instant.now().isBefore(time));
  }

  private void drain(List<PlayedScene> scenes, CommittedSightings sightings) {
    console.say("No more scenes; " + scenes.size() + " were played. Waiting for the last of them.");
    awaitClosed(scenes, sightings, LONGEST_DRAIN);
    product.settle();
    if (!ProcessAwait.within(
        FILED_WITHIN, () -> files().size() >= sightings.closed(names(scenes)))) {
      console.complain("the files do not hold as much as the topic");
    }
  }

  /** What does not come in time is missing, and will be counted as such. */
  private void awaitClosed(
      List<PlayedScene> scenes, CommittedSightings sightings, Duration patience) {
    Set<String> names = names(scenes);
    long all = (long) scenes.size() * truth().size();
    if (!ProcessAwait.within(patience, () -> sightings.closed(names) >= all)) {
      console.complain(
          "%d of %d visits are closed after %d s"
              .formatted(sightings.closed(names), all, patience.toSeconds()));
    }
  }

  private static Set<String> names(List<PlayedScene> scenes) {
    return scenes.stream().map(PlayedScene::source).collect(Collectors.toSet());
  }

  private List<TrueVisit> truth() {
    return scene.truth().visits();
  }

  private List<SightingFileEntry> files() {
    try {
      return SightingFileReader.read(product.results(), Instant.EPOCH);
    } catch (IOException e) {
      throw new UncheckedIOException("the files of the job cannot be read", e);
    }
  }

  /**
   * What a run has shown.
   *
   * @param took from the first fault to the end of the last recovery
   */
  public record FaultRunResult(
      SceneVerdict verdict, List<RecoveryTimes> recoveries, Duration took) {}
}
