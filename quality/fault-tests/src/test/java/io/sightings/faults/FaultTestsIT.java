package io.sightings.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.faults.FaultRun.FaultRunResult;
import io.sightings.faults.fault.FaultEvent;
import io.sightings.faults.fault.FaultKind;
import io.sightings.faults.fault.FaultSchedule;
import io.sightings.faults.play.RecordingVariant;
import io.sightings.faults.product.LocalProduct;
import io.sightings.faults.product.ProductPlan;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.scene.DemoSceneRecording;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short run; quality/fault-tests/run is the long one. */
class FaultTestsIT {
  private static final Duration TIME = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void whateverIsKilledEachVisitIsOnTheTopicAndInTheFilesOnce() throws Exception {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    CommandConsole console = new CommandConsole(out, out);
    List<FaultKind> kinds =
        List.of(
            FaultKind.KILL_TASK_MANAGER,
            FaultKind.KILL_LEADER,
            FaultKind.KILL_BROKER,
            FaultKind.KILL_INGESTOR);
    List<FaultEvent> blows = FaultSchedule.of(2, TIME, kinds.size(), kinds);
    blows.forEach(blow -> console.say(blow.toString()));
    DemoSceneRecording scene = DemoSceneRecording.make(console);
    try (LocalProduct product =
        LocalProduct.start(ProductPlan.of(folder, scene.people(), scene.gap()))) {
      FaultRunResult result =
          new FaultRun(product, scene, RecordingVariant.all().subList(0, 1), console)
              .run(blows, TIME);

      new FaultReport(result).print(out);
      assertThat(result.verdict().faults()).isEmpty();
      assertThat(result.recoveries())
          .hasSize(kinds.size())
          .allSatisfy(one -> assertThat(one.counted().lost()).isZero());
    }
  }
}
