package io.sightings.benchmarks.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One work on one clip, done by both in turn. */
final class Comparison {
  private final LoopedClip clip;
  private final Work work;
  private final Map<Contender, List<Round>> rounds = new EnumMap<>(Contender.class);

  /**
   * @param shortRun its cost has all that is needed to start
   */
  private record Round(ChildProcess shortRun, ChildProcess longRun) {}

  Comparison(LoopedClip clip, Work work) {
    this.clip = clip;
    this.work = work;
    for (Contender contender : Contender.values()) {
      rounds.put(contender, new ArrayList<>());
    }
  }

  /** Whoever begins in one round does not in the next. */
  void run(int count) throws IOException, InterruptedException {
    Path little = clip.repeated(clip.shortTimes());
    Path much = clip.repeated(clip.longTimes(work.minutes()));
    for (int i = 0; i < count; i++) {
      List<Contender> order =
          i % 2 == 0
              ? List.of(Contender.OURS, Contender.FFMPEG)
              : List.of(Contender.FFMPEG, Contender.OURS);
      for (Contender contender : order) {
        rounds
            .get(contender)
            .add(new Round(contender.run(work, little), contender.run(work, much)));
      }
    }
  }

  /** Processor seconds per minute of video, once started. */
  Spread steady(Contender contender) {
    return Spread.of(rounds.get(contender).stream().map(this::steady).toList());
  }

  private double steady(Round round) {
    return (round.longRun.cpuSeconds() - round.shortRun.cpuSeconds())
        / clip.minutesMore(work.minutes());
  }

  /** Processor seconds until it is started: what a short run costs above its share. */
  Spread start(Contender contender) {
    double minutes = clip.shortTimes() * clip.seconds() / 60;
    double share = steady(contender).median() * minutes;
    return Spread.of(
        rounds.get(contender).stream().map(round -> round.shortRun.cpuSeconds() - share).toList());
  }

  /** Processor seconds of the whole long run. */
  Spread total(Contender contender) {
    return Spread.of(
        rounds.get(contender).stream().map(round -> round.longRun.cpuSeconds()).toList());
  }

  /** How many pictures the long run has written. */
  long pictures(Contender contender) {
    return rounds.get(contender).get(0).longRun.number("frame");
  }

  /** Ours by theirs, of each round. */
  Spread steadyRatio() {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < rounds.get(Contender.OURS).size(); i++) {
      ratios.add(
          steady(rounds.get(Contender.OURS).get(i)) / steady(rounds.get(Contender.FFMPEG).get(i)));
    }
    return Spread.of(ratios);
  }

  /** Ours by theirs, of each long run as a whole. */
  Spread totalRatio() {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < rounds.get(Contender.OURS).size(); i++) {
      ratios.add(
          rounds.get(Contender.OURS).get(i).longRun.cpuSeconds()
              / rounds.get(Contender.FFMPEG).get(i).longRun.cpuSeconds());
    }
    return Spread.of(ratios);
  }
}
