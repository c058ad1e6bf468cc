package io.sightings.faults;

import io.sightings.faults.FaultRun.FaultRunResult;
import io.sightings.faults.fault.FaultEvent;
import io.sightings.faults.fault.FaultKind;
import io.sightings.faults.fault.FaultSchedule;
import io.sightings.faults.play.RecordingVariant;
import io.sightings.faults.product.LocalProduct;
import io.sightings.faults.product.ProductPlan;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.scene.DemoSceneRecording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The long run. */
@Command(
    name = "quality/fault-tests/run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the whole product on this machine - Kafka, two job managers with ZooKeeper, two task"
          + " managers, two ingestors - and plays drawn scenes to it while its processes are"
          + " killed, paused and rescaled.",
      "Then compares what is on the topic with the files, with what really happened, and with what"
          + " was said of the same scenes when nothing was disturbed.",
      "Exit codes: 0 each visit is there once, 1 something is missing, twice or wrong."
    })
final class FaultTests implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "30",
      description = "For how long scenes are played; default ${DEFAULT-VALUE}.")
  private double minutes;

  @Option(
      names = "--faults",
      paramLabel = "N",
      defaultValue = "40",
      description = "How many, spread over the time; default ${DEFAULT-VALUE}.")
  private int faults;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Decides what happens when; default ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "Where logs, topics, checkpoints and files go; default is a new temporary one.")
  private Path dir;

  @Option(
      names = "--kinds",
      paramLabel = "KIND",
      split = ",",
      description = "Only these, with commas: ${COMPLETION-CANDIDATES}; default is all of them.")
  private List<FaultKind> kinds = List.of(FaultKind.values());

  @Option(names = "--plan", description = "Shows what would happen when, and ends.")
  private boolean planOnly;

  @Option(
      names = "--outage",
      description =
          "Instead of all this: everything dies between a checkpoint and its commit, for longer"
              + " than a transaction lasts; the loss must be noticed, and made good by sightings"
              + " audit.")
  private boolean outage;

  @Option(
      names = "--disk",
      description =
          "Instead of all this: the disks of the ingestors' state, of Kafka, of the files and of the"
              + " checkpoints are full, one after the other; needs root, to mount small disks.")
  private boolean disk;

  private FaultTests() {}

  public static void main(String[] args) {
    System.exit(
        new CommandLine(new FaultTests()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    CommandConsole console = CommandConsole.of(spec.commandLine());
    if (outage) {
      return outage(console);
    }
    if (disk) {
      return new FullDiskRun(folder(console), console).run();
    }
    Duration time = Duration.ofMillis(Math.round(minutes * 60_000));
    List<FaultEvent> blows = FaultSchedule.of(seed, time, faults, kinds);
    console.say("Seed " + seed + ": " + faults + " faults in " + minutes + " minutes");
    blows.forEach(blow -> console.say("  " + blow));
    if (planOnly) {
      return 0;
    }
    Path folder = folder(console);
    DemoSceneRecording scene = DemoSceneRecording.make(console);
    try (LocalProduct product =
        LocalProduct.start(ProductPlan.of(folder, scene.people(), scene.gap()))) {
      console.say("Web UI " + product.cluster().addresses());
      FaultRunResult result =
          new FaultRun(product, scene, RecordingVariant.all(), console).run(blows, time);
      new FaultReport(result).print(console.out());
      return result.verdict().perfect() ? 0 : 1;
    }
  }

  private Path folder(CommandConsole console) throws IOException {
    Path folder = dir == null ? Files.createTempDirectory("sightings-faults-") : dir;
    console.say("Everything is in " + folder);
    return folder;
  }

  private int outage(CommandConsole console) throws IOException {
    DemoSceneRecording scene = DemoSceneRecording.make(console);
    ProductPlan plan =
        ProductPlan.ofShortTransactions(folder(console), scene.people(), scene.gap());
    try (LocalProduct product = LocalProduct.start(plan)) {
      int visits = scene.truth().visits().size();
      boolean good = new TransactionExpiryRun(product, scene.video(), visits, console).run();
      console.say(
          good ? "The loss was found and made good." : "The loss was NOT found, or not made good.");
      return good ? 0 : 1;
    }
  }
}
