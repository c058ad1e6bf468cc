package io.sightings.benchmarks.ingest;

import io.sightings.benchmarks.ingest.IngestComparison.MedianSpread;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Ours and the ffmpeg program, in turn, over the same videos. */
@Command(
    name = "ingest-cpu",
    mixinStandardHelpOptions = true,
    description = "Processor time of reading a minute of video, against the ffmpeg program.")
final class IngestCpuBenchmark implements Callable<Integer> {
  private static final String ROW = "%-34s %-22s %-22s %-20s %9s %9s%n";

  @Option(
      names = "--video",
      description = "a video, looped; may be repeated. Without any, one is drawn")
  private List<Path> videos = List.of();

  @Option(names = "--rounds", defaultValue = "5", description = "default: ${DEFAULT-VALUE}")
  private int rounds;

  @Option(names = "--folder", required = true, description = "for videos made from those")
  private Path folder;

  public static void main(String[] args) {
    System.exit(new CommandLine(new IngestCpuBenchmark()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    List<LoopedClip> clips = new ArrayList<>();
    for (Path video : videos) {
      clips.add(LoopedClip.of(video, folder));
    }
    if (videos.isEmpty()) {
      say("Drawing a video, if that was not done before …%n");
      clips.add(LoopedClip.drawn(folder));
    }
    for (LoopedClip clip : clips) {
      say("%n%s%n", clip.video().getFileName());
      say("Processor seconds per minute of video, median (least to most) of %d rounds:%n", rounds);
      say(ROW, "", "ours", "ffmpeg", "ratio", "cameras per core", "");
      for (IngestWork work : IngestWork.values()) {
        compare(clip, work);
      }
    }
    return 0;
  }

  private void compare(LoopedClip clip, IngestWork work) throws Exception {
    IngestComparison comparison = new IngestComparison(clip, work);
    comparison.run(rounds);
    MedianSpread ours = comparison.steady(IngestContender.OURS);
    MedianSpread theirs = comparison.steady(IngestContender.FFMPEG);
    say(
        ROW,
        work,
        ours,
        theirs,
        comparison.steadyRatio(),
        cameras(ours),
        "(" + cameras(theirs) + ")");
    say(
        ROW,
        "  with its start, the whole run",
        comparison.total(IngestContender.OURS),
        comparison.total(IngestContender.FFMPEG),
        comparison.totalRatio(),
        "",
        "");
    say(
        ROW,
        "  the start alone",
        comparison.start(IngestContender.OURS),
        comparison.start(IngestContender.FFMPEG),
        "",
        "",
        "");
    say(
        ROW,
        "  pictures",
        comparison.pictures(IngestContender.OURS),
        comparison.pictures(IngestContender.FFMPEG),
        "",
        "",
        "");
  }

  private static String cameras(MedianSpread secondsPerMinute) {
    return String.format(Locale.ROOT, "%.1f", 60 / secondsPerMinute.median());
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
