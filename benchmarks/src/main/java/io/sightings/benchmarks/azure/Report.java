package io.sightings.benchmarks.azure;

import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import io.sightings.faceservice.FaceService;
import java.util.List;
import java.util.Map;

/** What a run did, in lines. */
final class Report {
  private static final int THROTTLED = 429;

  private Report() {}

  static void print(ServiceRun run, DrawnCameras cameras, FaceService service) {
    List<Sighting> closed =
        run.sightings().stream().filter(s -> s.status() == SightingStatus.CLOSED).toList();
    long named = closed.stream().filter(s -> s.person().known()).count();
    System.out.printf("Took %d s%n", run.took().toSeconds());
    System.out.printf(
        "Frames due %d, seen %d, rejected %d: %s%n",
        cameras.frames(),
        run.count("framesSeen"),
        run.rejected().size(),
        cameras.frames() == run.count("framesSeen") + run.rejected().size()
            ? "all accounted for"
            : "NOT ALL ACCOUNTED FOR");
    System.out.printf("Sightings closed %d, named %d%n", closed.size(), named);
    System.out.printf(
        "Questions asked %d, not worth asking %d%n",
        run.count("questionsAsked"), run.count("questionsNotWorthIt"));
    run.counters().entrySet().stream()
        .filter(each -> each.getKey().startsWith("answers.") && each.getValue() > 0)
        .map(Map.Entry::toString)
        .forEach(line -> System.out.println("  " + line));
    service
        .calls()
        .counts()
        .forEach((operation, counts) -> System.out.println("  " + operation + " " + counts));
  }

  static long throttled(FaceService service) {
    return service.calls().counts().values().stream()
        .mapToLong(counts -> counts.byStatus().getOrDefault(THROTTLED, 0L))
        .sum();
  }
}
