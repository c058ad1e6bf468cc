package io.sightings.faults;

import io.sightings.faults.FaultRun.FaultRunResult;
import io.sightings.faults.fault.FaultEvent;
import io.sightings.faults.fault.FaultEvent.FaultMoment;
import io.sightings.faults.fault.FullDiskFault;
import io.sightings.faults.play.RecordingVariant;
import io.sightings.faults.product.LocalProduct;
import io.sightings.faults.product.ProductPlan;
import io.sightings.faults.product.SmallDisks;
import io.sightings.faults.product.SmallDisks.DiskPlace;
import io.sightings.process.LocalRuntimeException;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.scene.DemoSceneRecording;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every disk of the product is full once, while scenes are played and videos are uploaded. */
final class FullDiskRun {
  private static final Duration FULL = Duration.ofSeconds(40);
  private static final Duration APART = Duration.ofSeconds(90);

  private final Path folder;
  private final CommandConsole console;

  FullDiskRun(Path folder, CommandConsole console) {
    this.folder = folder;
    this.console = console;
  }

  /** The exit code. */
  int run() throws IOException {
    DemoSceneRecording scene = DemoSceneRecording.make(console);
    ProductPlan plan = ProductPlan.of(folder, scene.people(), scene.gap());
    try (SmallDisks disks = mounted(plan)) {
      if (disks == null) {
        return 0;
      }
      try (LocalProduct product = LocalProduct.start(plan)) {
        FaultRun run = new FaultRun(product, scene, RecordingVariant.all().subList(0, 1), console);
        FaultRunResult result =
            run.run(
                blows(disks, scene.video(), run), APART.multipliedBy(DiskPlace.values().length));
        new FaultReport(result).print(console.out());
        return result.verdict().perfect() ? 0 : 1;
      }
    }
  }

  /** Null where this machine does not let it mount. */
  private @Nullable SmallDisks mounted(ProductPlan plan) throws IOException {
    try {
      return SmallDisks.mount(plan);
    } catch (LocalRuntimeException e) {
      console.say("Skipped: no small disks can be mounted here (" + e.getMessage() + ").");
      return null;
    }
  }

  private List<FaultEvent> blows(SmallDisks disks, Path video, FaultRun run) {
    List<FaultEvent> blows = new ArrayList<>();
    for (DiskPlace place : DiskPlace.values()) {
      Duration after = APART.multipliedBy(place.ordinal());
      FullDiskFault full =
          new FullDiskFault(place, disks.of(place), FULL, video, run::announceUpload, console::say);
      blows.add(new FaultEvent(after, FaultMoment.ANY, List.of(full)));
    }
    return blows;
  }
}
