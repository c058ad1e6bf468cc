package io.sightings.faults;

import io.sightings.cli.audit.FiledSighting;
import io.sightings.cli.audit.FinishedFiles;
import io.sightings.cli.console.Console;
import io.sightings.cli.demo.DrawnScene;
import io.sightings.cluster.Await;
import io.sightings.contract.Sighting;
import io.sightings.faults.fault.Blow;
import io.sightings.faults.play.Performance;
import io.sightings.faults.play.PlayedScene;
import io.sightings.faults.play.Playlist;
import io.sightings.faults.play.Pulse;
import io.sightings.faults.play.Variant;
import io.sightings.faults.product.Product;
import io.sightings.faults.verdict.Sightings;
import io.sightings.faults.verdict.Verdict;
import io.sightings.faults.watch.FramesRead;
import io.sightings.faults.watch.Recovery;
import io.sightings.scenes.Visit;
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

  private final Product product;
  private final DrawnScene scene;
  private final List<Variant> variants;
  private final Console console;
  private final Playlist playlist;

  /**
   * @param variants of the scene that are played
   */
  public FaultRun(Product product, DrawnScene scene, List<Variant> variants, Console console) {
    this.product = product;
    this.scene = scene;
    this.variants = List.copyOf(variants);
    this.console = console;
    this.playlist = new Playlist(product, scene.video());
  }

  /** A source the recording is uploaded to later; what becomes of it is judged like a scene. */
  String announceUpload() {
    return playlist.announceUpload(variants.get(0)).source();
  }

  /**
   * @param time for which scenes are played, at least until the last fault has passed
   */
  public Result run(List<Blow> blows, Duration time) throws IOException {
    try (Sightings sightings = new Sightings(product.broker());
        FramesRead frames = new FramesRead(product.broker(), PARTITIONS)) {
      Map<Variant, List<Sighting>> calm = playCalmly(sightings);
      Instant begin = Instant.now();
      List<Recovery> recoveries;
      try (Pulse pulse = new Pulse(product.broker());
          Performance performance = new Performance(playlist, variants, frames)) {
        recoveries = strike(blows, begin, frames);
        awaitTime(begin.plus(time));
      }
      Duration took = Duration.between(begin, Instant.now());
      drain(playlist.played(), sightings);
      Verdict verdict = Verdict.of(truth(), playlist.played(), calm, sightings.all(), files());
      return new Result(verdict, recoveries, took);
    }
  }

  /** Each variant once, with nothing in its way: what is said of it then is what is to be said. */
  private Map<Variant, List<Sighting>> playCalmly(Sightings sightings) {
    List<PlayedScene> scenes =
        variants.stream().map(variant -> playlist.play("calm", variant)).toList();
    awaitClosed(scenes, sightings, Product.PATIENCE);
    product.settle();
    Map<Variant, List<Sighting>> calm = new HashMap<>();
    scenes.forEach(played -> calm.put(played.variant(), sightings.of(played.source())));
    console.say("Undisturbed: %d scenes, %d visits each".formatted(scenes.size(), truth().size()));
    return calm;
  }

  private List<Recovery> strike(List<Blow> blows, Instant begin, FramesRead frames)
      throws IOException {
    List<Recovery> recoveries = new ArrayList<>();
    for (Blow blow : blows) {
      awaitTime(begin.plus(blow.after()));
      Duration passed = Duration.between(begin, Instant.now());
      List<Recovery> these = new Strike(product, frames).of(blow);
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
    Await.until("it is " + time, LONGEST_RUN, () -> !Instant.now().isBefore(time));
  }

  private void drain(List<PlayedScene> scenes, Sightings sightings) {
    console.say("No more scenes; " + scenes.size() + " were played. Waiting for the last of them.");
    awaitClosed(scenes, sightings, LONGEST_DRAIN);
    product.settle();
    if (!Await.within(FILED_WITHIN, () -> files().size() >= sightings.closed(names(scenes)))) {
      console.complain("the files do not hold as much as the topic");
    }
  }

  /** What does not come in time is missing, and will be counted as such. */
  private void awaitClosed(List<PlayedScene> scenes, Sightings sightings, Duration patience) {
    Set<String> names = names(scenes);
    long all = (long) scenes.size() * truth().size();
    if (!Await.within(patience, () -> sightings.closed(names) >= all)) {
      console.complain(
          "%d of %d visits are closed after %d s"
              .formatted(sightings.closed(names), all, patience.toSeconds()));
    }
  }

  private static Set<String> names(List<PlayedScene> scenes) {
    return scenes.stream().map(PlayedScene::source).collect(Collectors.toSet());
  }

  private List<Visit> truth() {
    return scene.truth().visits();
  }

  private List<FiledSighting> files() {
    try {
      return FinishedFiles.read(product.results(), Instant.EPOCH);
    } catch (IOException e) {
      throw new UncheckedIOException("the files of the job cannot be read", e);
    }
  }
}
