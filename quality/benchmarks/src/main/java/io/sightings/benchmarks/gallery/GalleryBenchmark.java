package io.sightings.benchmarks.gallery;

import com.sun.management.OperatingSystemMXBean;
import io.sightings.engine.gallery.Gallery;
import io.sightings.engine.gallery.GalleryCandidate;
import io.sightings.engine.gallery.GalleryMatch;
import io.sightings.job.identify.GallerySource;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Search, memory, start and change of the gallery, beside comparing with everybody. */
@Command(
    name = "gallery",
    mixinStandardHelpOptions = true,
    description = "What a gallery of 10 to 1,000,000 people costs; times are processor times.")
final class GalleryBenchmark implements Callable<Integer> {
  /** Templates compared one by one in a measurement, whatever their number: some seconds. */
  private static final int COMPARISONS = 20_000_000;

  private static final int TOGETHER = 5;
  private static final int FACES = 20 * TOGETHER;
  private static final int CHANGES = 20;

  @Option(
      names = "--people",
      split = ",",
      defaultValue = "10,1000,100000,1000000",
      description = "default ${DEFAULT-VALUE}")
  private List<Integer> sizes = List.of();

  public static void main(String[] args) {
    System.exit(new CommandLine(new GalleryBenchmark()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    int different = 0;
    for (int people : sizes) {
      List<float[]> faces = RandomPeople.faces(FACES, people);
      int compared = Math.max(10, Math.min(FACES, COMPARISONS / people));
      List<GalleryMatch> expected = everybody(people, faces.subList(0, compared));
      try (PeopleTopic topic = new PeopleTopic(people)) {
        different += sharded(topic, people, faces, expected);
      }
    }
    say("answers that differ: %d", different);
    return different == 0 ? 0 : 1;
  }

  private static List<GalleryMatch> everybody(int people, List<float[]> faces) {
    long before = heap();
    ExhaustiveGallery gallery = ExhaustiveGallery.of(people);
    long bytes = heap() - before;
    int times = times(people);
    double search = millis(times, i -> gallery.search(faces.get(i % faces.size())));
    double change = millis(3, i -> gallery.with(people + i));
    say(
        "%9d people, compared with everybody: %8.4f ms a face, %7.1f MB, one change %7.2f ms",
        people, search, bytes / 1e6, change);
    return faces.stream().map(gallery::search).toList();
  }

  private static int sharded(
      PeopleTopic topic, int people, List<float[]> faces, List<GalleryMatch> expected)
      throws Exception {
    long before = heap();
    long start = System.nanoTime();
    long cpu = processNanos();
    try (GallerySource.Lease lease = topic.read()) {
      double seconds = (System.nanoTime() - start) / 1e9;
      double cpuSeconds = (processNanos() - cpu) / 1e9;
      long bytes = heap() - before;
      Gallery gallery = lease.gallery();
      int times = times(people);
      double one = millis(times, i -> gallery.search(faces.get(i % FACES)));
      double five =
          millis(
                  times / TOGETHER,
                  i -> gallery.search(faces.subList(5 * (i % 20), 5 * (i % 20) + 5)))
              / TOGETHER;
      double change =
          millis(CHANGES, i -> gallery.toBuilder().put("x", "X", List.of(faces.get(i))).build());
      double visible = topic.millisUntilVisible(lease, people);
      say(
          "%9d people, the gallery:             %8.4f ms a face, %.4f of %d together, %7.1f MB,"
              + " one change %.2f ms, visible after %.0f ms, start %.1f s (%.1f s of processor)",
          people, one, five, TOGETHER, bytes / 1e6, change, visible, seconds, cpuSeconds);
      int different = 0;
      for (int i = 0; i < expected.size(); i++) {
        GalleryMatch actual = gallery.search(faces.get(i));
        different +=
            same(actual.best(), expected.get(i).best())
                    && same(actual.runnerUp(), expected.get(i).runnerUp())
                ? 0
                : 1;
      }
      return different;
    }
  }

  private static boolean same(@Nullable GalleryCandidate a, @Nullable GalleryCandidate b) {
    return a == null || b == null ? a == b : a.personId().equals(b.personId());
  }

  private static int times(int people) {
    return Math.max(20, Math.min(20_000, COMPARISONS / people));
  }

  /** Of this thread's processor time, per call; as many calls before that are not counted. */
  private static double millis(int times, IntConsumer work) {
    for (int i = 0; i < times; i++) {
      work.accept(i);
    }
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 0; i < times; i++) {
      work.accept(i);
    }
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6 / times;
  }

  private static long processNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
