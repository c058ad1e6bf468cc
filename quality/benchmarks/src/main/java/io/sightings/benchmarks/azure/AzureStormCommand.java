package io.sightings.benchmarks.azure;

import io.sightings.contract.SourceKind;
import io.sightings.emulator.FaceEmulator;
import io.sightings.emulator.fault.FaultPlan;
import io.sightings.emulator.fault.RandomFaultPlan;
import io.sightings.job.settings.JobSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The same cameras in calm weather and in a storm. */
@Command(
    name = "storm",
    mixinStandardHelpOptions = true,
    description =
        "The same cameras in calm weather and in a seeded storm of throttling, failures, slow and"
            + " broken answers: whether the sightings are the same.")
final class AzureStormCommand implements Callable<Integer> {
  @Mixin private EmulatorProcess standIn;

  @Option(names = "--seed", defaultValue = "1", description = "default ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--share",
      defaultValue = "0.3",
      description = "of calls that are hit; default ${DEFAULT-VALUE}")
  private double share;

  @Option(names = "--rounds", defaultValue = "4", description = "of 80 s; default ${DEFAULT-VALUE}")
  private int rounds;

  @Option(names = "--fps", defaultValue = "5", description = "default ${DEFAULT-VALUE}")
  private int fps;

  @Override
  public Integer call() throws Exception {
    // Two are recordings, which wait for the service; two are live, and do not.
    DrawnCameraFrames drawn =
        new DrawnCameraFrames(4, fps, rounds, List.of(SourceKind.VIDEO, SourceKind.LIVE));
    AzureJobRun calm;
    try (FaceEmulator service = standIn.start()) {
      JobSettings settings = standIn.enrolled(service);
      System.out.println("Calm weather:");
      calm = AzureJobRun.play(drawn, settings, 0); // its sightings do not depend on the pace
      RunReport.print(calm, drawn, service);
    }
    try (FaceEmulator service = standIn.start()) {
      JobSettings settings = standIn.enrolled(service);
      service.faults(FaultPlan.storm(RandomFaultPlan.of(seed, share)));
      System.out.println("Storm " + seed + ", hitting " + share + " of the calls:");
      AzureJobRun storm = AzureJobRun.play(drawn, settings, 4.0 * fps);
      RunReport.print(storm, drawn, service);
      int recorded = difference(calm, storm, "camera-0", "camera-2");
      int live = difference(calm, storm, "camera-1", "camera-3");
      System.out.printf(
          "Sightings that differ from calm weather: recordings %d, live %d%n", recorded, live);
      boolean kept = RunReport.keepsBudget(service, settings) && RunReport.accounts(storm, drawn);
      return recorded + live == 0 && kept ? 0 : 1;
    }
  }

  private static int difference(AzureJobRun calm, AzureJobRun storm, String... cameras) {
    List<String> names = List.of(cameras);
    List<String> before = of(calm, names);
    List<String> after = of(storm, names);
    List<String> missing = new ArrayList<>(before);
    after.forEach(missing::remove);
    List<String> extra = new ArrayList<>(after);
    before.forEach(extra::remove);
    missing.forEach(line -> System.out.println("  - " + line));
    extra.forEach(line -> System.out.println("  + " + line));
    return missing.size() + extra.size();
  }

  private static List<String> of(AzureJobRun run, List<String> cameras) {
    return run.closed().stream()
        .filter(line -> cameras.contains(line.substring(0, line.indexOf(' '))))
        .toList();
  }
}
