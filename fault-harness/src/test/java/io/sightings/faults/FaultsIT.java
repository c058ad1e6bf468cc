package io.sightings.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.cli.console.Console;
import io.sightings.cli.demo.DrawnScene;
import io.sightings.faults.fault.Blow;
import io.sightings.faults.fault.FaultKind;
import io.sightings.faults.fault.Schedule;
import io.sightings.faults.play.Variant;
import io.sightings.faults.product.Product;
import io.sightings.faults.product.ProductPlan;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short run; fault-harness/run is the long one. */
class FaultsIT {
  private static final Duration TIME = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void whateverIsKilledEachVisitIsOnTheTopicAndInTheFilesOnce() throws Exception {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    Console console = new Console(out, out);
    List<FaultKind> kinds =
        List.of(
            FaultKind.KILL_TASK_MANAGER,
            FaultKind.KILL_LEADER,
            FaultKind.KILL_BROKER,
            FaultKind.KILL_INGESTOR);
    List<Blow> blows = Schedule.of(2, TIME, kinds.size(), kinds);
    blows.forEach(blow -> console.say(blow.toString()));
    DrawnScene scene = DrawnScene.make(console);
    try (Product product = Product.start(ProductPlan.of(folder, scene.people(), scene.gap()))) {
      Result result =
          new FaultRun(product, scene, Variant.all().subList(0, 1), console).run(blows, TIME);

      new Report(result).print(out);
      assertThat(result.verdict().faults()).isEmpty();
      assertThat(result.recoveries())
          .hasSize(kinds.size())
          .allSatisfy(one -> assertThat(one.counted().lost()).isZero());
    }
  }
}
