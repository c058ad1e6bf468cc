package io.sightings.faults.hostile;

import io.sightings.contract.Person;
import io.sightings.faults.hostile.input.HostileInputGenerator;
import io.sightings.faults.hostile.input.ProductEntrance;
import io.sightings.faults.hostile.input.SeedCorpus;
import io.sightings.faults.hostile.input.SeedCorpusGenerator;
import io.sightings.faults.hostile.neighbour.GoodNeighbours;
import io.sightings.faults.hostile.neighbour.GoodPerson;
import io.sightings.faults.hostile.watch.FindingLog;
import io.sightings.faults.hostile.watch.InputOutcomeCounts;
import io.sightings.faults.hostile.watch.ProductMonitor;
import io.sightings.faults.hostile.watch.RejectedFrameIndex;
import io.sightings.faults.product.LocalProduct;
import io.sightings.faults.product.ProductPlan;
import io.sightings.faults.watch.FrameConsumptionProgress;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.scene.DemoSceneRecording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tests the product with hostile inputs at all its entrances. */
@Command(
    name = "quality/fault-tests/hostile",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Starts the product on this machine, sends hostile inputs to all its entrances with good"
          + " neighbours between them, and looks for deaths, restarts, answers 5xx, neighbours that"
          + " are not served, and memory that grows.",
      "Memory is judged in runs of 20000 inputs and more, and shown in all.",
      "Exit codes: 0 nothing was found, 1 something was."
    })
final class HostileTests implements Callable<Integer> {
  private static final int PARTITIONS = 4;
  private static final Duration CALM_WITHIN = Duration.ofMinutes(3);

  @Spec private CommandSpec spec;

  @Option(
      names = "--inputs",
      paramLabel = "N",
      defaultValue = "100000",
      description = "How many hostile inputs; default ${DEFAULT-VALUE}.")
  private int inputs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Decides what the inputs are; default ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--only",
      paramLabel = "INDEX",
      split = ",",
      description = "Only the inputs of these indexes, with commas, as a finding names them.")
  private int[] only;

  @Option(
      names = "--share",
      paramLabel = "ENTRANCE=PERCENT",
      split = ",",
      description =
          "Share of an entrance: ${COMPLETION-CANDIDATES}. Default:"
              + " FRAMES=40,IMAGES=25,VIDEOS=2,FILES=5,HTTP=18,PEOPLE=4,SETTINGS=6; where one is"
              + " named, the others get nothing. An index stands for the same input only with the"
              + " same shares.")
  private Map<ProductEntrance, Integer> shares = new EnumMap<>(ProductEntrance.class);

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "Where everything goes; default is a new temporary folder.")
  private Path dir;

  private HostileTests() {}

  public static void main(String[] args) {
    System.exit(
        new CommandLine(new HostileTests())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    CommandConsole console = CommandConsole.of(spec.commandLine());
    Path folder =
        (dir == null ? Files.createTempDirectory("sightings-hostile-") : dir).toAbsolutePath();
    console.say("Everything is in " + folder);
    if (shares.isEmpty()) {
      Arrays.stream(ProductEntrance.values()).forEach(one -> shares.put(one, one.share()));
    }
    DemoSceneRecording scene = DemoSceneRecording.make(console);
    try (LocalProduct product = LocalProduct.start(plan(folder, scene))) {
      return run(product, scene, folder, console);
    }
  }

  private static ProductPlan plan(Path folder, DemoSceneRecording scene) {
    return new ProductPlan(
        folder,
        scene.people(),
        scene.gap(),
        Duration.ofMinutes(15),
        Duration.ofSeconds(2),
        Duration.ofMinutes(5),
        1);
  }

  private int run(
      LocalProduct product, DemoSceneRecording scene, Path folder, CommandConsole console)
      throws IOException, InterruptedException {
    FindingLog findings = new FindingLog(folder.resolve("findings.txt"), seed, console);
    InputOutcomeCounts tally = new InputOutcomeCounts();
    ProductMonitor watch = new ProductMonitor(product);
    GoodPerson person = GoodPerson.enrol(product, folder.resolve("people"));
    Person.Template template = person.template();
    SeedCorpus material =
        SeedCorpusGenerator.make(
            person.photo(),
            template.model(),
            template.vector().length,
            Path.of(System.getProperty("sightings.home")),
            folder.resolve("material"));
    try (GoodNeighbours neighbours = new GoodNeighbours(product, scene, person, folder);
        FrameConsumptionProgress frames =
            new FrameConsumptionProgress(product.broker(), PARTITIONS);
        RejectedFrameIndex rejected = new RejectedFrameIndex(product.broker(), tally);
        HostileInputDispatcher senders =
            new HostileInputDispatcher(
                product,
                folder.resolve("hostile-files"),
                Path.of(material.bait()),
                tally,
                findings,
                rejected)) {
      neighbours.calm(CALM_WITHIN);
      console.say("The product serves its neighbours; now the hostile inputs.");
      long start = System.nanoTime();
      ProductSupervisor keeper =
          new ProductSupervisor(product, senders.folders(), watch, frames, rejected, findings);
      int served =
          new HostileRun(senders, neighbours, keeper, watch, findings, console)
              .run(new HostileInputGenerator(seed, material, shares), indexes());
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      new HostileReport(
              tally,
              findings,
              watch,
              served,
              neighbours.expected(),
              neighbours.repeatedUploads(),
              took)
          .print(console.out());
      return findings.none() ? 0 : 1;
    }
  }

  private List<Integer> indexes() {
    return (only == null ? IntStream.range(0, inputs) : Arrays.stream(only)).boxed().toList();
  }
}
