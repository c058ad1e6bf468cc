package io.sightings.benchmarks.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** One work on one clip, done by both in turn. */
final class IngestComparison {
  private final LoopedClip clip;
  private final IngestWork work;
  private final Map<IngestContender, List<Round>> rounds = new EnumMap<>(IngestContender.class);

  /**
   * @param shortRun its cost has all that is needed to start
   */
  private record Round(ChildProcessCost shortRun, ChildProcessCost longRun) {}

  IngestComparison(LoopedClip clip, IngestWork work) {
    this.clip = clip;
    this.work = work;
    for (IngestContender contender : IngestContender.values()) {
      rounds.put(contender, new ArrayList<>());
    }
  }

  /** Whoever begins in one round does not in the next. */
  void run(int count) throws IOException, InterruptedException {
    Path little = clip.repeated(clip.shortTimes());
    Path much = clip.repeated(clip.longTimes(work.minutes()));
    for (int i = 0; i < count; i++) {
      List<IngestContender> order =
          i % 2 == 0
              ? List.of(IngestContender.OURS, IngestContender.FFMPEG)
              : List.of(IngestContender.FFMPEG, IngestContender.OURS);
      for (IngestContender contender : order) {
        rounds(contender).add(new Round(contender.run(work, little), contender.run(work, much)));
      }
    }
  }

  private List<Round> rounds(IngestContender contender) {
    return Objects.requireNonNull(rounds.get(contender));
  }

  /** Processor seconds per minute of video, once started. */
  MedianSpread steady(IngestContender contender) {
    return MedianSpread.of(rounds(contender).stream().map(this::steady).toList());
  }

  private double steady(Round round) {
    return (round.longRun.cpuSeconds() - round.shortRun.cpuSeconds())
        / clip.minutesMore(work.minutes());
  }

  /** Processor seconds until it is started: what a short run costs above its share. */
  MedianSpread start(IngestContender contender) {
    double minutes = clip.shortTimes() * clip.seconds() / 60;
    double share = steady(contender).median() * minutes;
    return MedianSpread.of(
        rounds(contender).stream().map(round -> round.shortRun.cpuSeconds() - share).toList());
  }

  /** Processor seconds of the whole long run. */
  MedianSpread total(IngestContender contender) {
    return MedianSpread.of(
        rounds(contender).stream().map(round -> round.longRun.cpuSeconds()).toList());
  }

  /** How many pictures the long run has written. */
  long pictures(IngestContender contender) {
    return rounds(contender).get(0).longRun.number("frame");
  }

  /** Ours by theirs, of each round. */
  MedianSpread steadyRatio() {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < rounds(IngestContender.OURS).size(); i++) {
      ratios.add(
          steady(rounds(IngestContender.OURS).get(i))
              / steady(rounds(IngestContender.FFMPEG).get(i)));
    }
    return MedianSpread.of(ratios);
  }

  /** Ours by theirs, of each long run as a whole. */
  MedianSpread totalRatio() {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < rounds(IngestContender.OURS).size(); i++) {
      ratios.add(
          rounds(IngestContender.OURS).get(i).longRun.cpuSeconds()
              / rounds(IngestContender.FFMPEG).get(i).longRun.cpuSeconds());
    }
    return MedianSpread.of(ratios);
  }

  /** The median of some measurements, and how far they lie apart. */
  record MedianSpread(double least, double median, double most) {

    static MedianSpread of(List<Double> values) {
      List<Double> sorted = values.stream().sorted().toList();
      int last = sorted.size() - 1;
      return new MedianSpread(
          sorted.get(0), (sorted.get(last / 2) + sorted.get((last + 1) / 2)) / 2, sorted.get(last));
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", median, least, most);
    }
  }
}
