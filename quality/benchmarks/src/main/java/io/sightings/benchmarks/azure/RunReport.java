package io.sightings.benchmarks.azure;

import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import io.sightings.emulator.FaceEmulator;
import io.sightings.emulator.calls.CallLog.CallRateReport;
import io.sightings.job.settings.JobSettings;
import java.util.List;
import java.util.Map;

/** What a run did, in lines. */
final class RunReport {
  private static final int THROTTLED = 429;

  private RunReport() {}

  static void print(AzureJobRun run, DrawnCameraFrames cameras, FaceEmulator service) {
    List<Sighting> closed =
        run.sightings().stream().filter(s -> s.status() == SightingStatus.CLOSED).toList();
    long named = closed.stream().filter(s -> s.person().known()).count();
    System.out.printf("Took %d s%n", run.took().toSeconds());
    System.out.printf(
        "Frames due %d, seen %d, rejected %d: %s%n",
        cameras.frames(),
        run.count("framesSeen"),
        run.rejected().size(),
        accounts(run, cameras) ? "all accounted for" : "NOT ALL ACCOUNTED FOR");
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

  /** Whether every frame was seen or rejected. */
  static boolean accounts(AzureJobRun run, DrawnCameraFrames cameras) {
    return cameras.frames() == run.count("framesSeen") + run.rejected().size();
  }

  /** Says how much the service was asked; returns whether the budget of a second was kept. */
  static boolean keepsBudget(FaceEmulator service, JobSettings settings) {
    CallRateReport spread = service.spread();
    int limit = settings.azure().budget().perSecond();
    System.out.printf(
        "Highest in any second: %d of %d allowed; in any minute: %d%n",
        spread.highestInASecond(), limit, spread.highestInAMinute());
    return spread.highestInASecond() <= limit;
  }

  static long throttled(FaceEmulator service) {
    return service.calls().counts().values().stream()
        .mapToLong(counts -> counts.byStatus().getOrDefault(THROTTLED, 0L))
        .sum();
  }
}
