package io.sightings.benchmarks.live;

import io.sightings.cameras.CameraBehaviour;
import io.sightings.cameras.CameraServer;
import io.sightings.cameras.SimulatedCamera;
import io.sightings.cameras.clip.LabClip;
import io.sightings.kafka.LocalBroker;
import io.sightings.toolkit.process.IngestorProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A camera that hangs up again and again. */
@Command(
    name = "reconnects",
    mixinStandardHelpOptions = true,
    description = "Memory, threads and files of the ingestor over many reconnects of one camera.")
final class ReconnectsCommand implements Callable<Integer> {
  @Option(names = "--count", defaultValue = "1000", description = "default: ${DEFAULT-VALUE}")
  private int count;

  @Override
  public Integer call() throws Exception {
    Path work = Files.createTempDirectory("live-reconnects");
    try (LocalBroker broker = LocalBroker.start(work.resolve("broker"));
        CameraServer server = CameraServer.start()) {
      SimulatedCamera camera =
          server.camera("door", LabClip.h264()).behave(CameraBehaviour.good().finAfter(3));
      String yaml =
          """
          live: {timeout: 5s, minBackoff: 100ms, maxBackoff: 100ms}
          sources:
            - {id: door, url: "%s"}
          """
              .formatted(camera.url());
      try (IngestorProcess ingestor = IngestorProcess.started(work, broker.bootstrap(), yaml)) {
        ingestor.awaitReady();
        int[] marks = {count / 100, count / 20, count / 10, count / 4, count / 2, count};
        long start = System.nanoTime();
        for (int mark : marks) {
          while (camera.connections() <= mark) {
            WallClockPause.millis(50);
          }
          System.out.println(
              String.format(
                  Locale.ROOT,
                  "%5d reconnects after %4.0f s: %s",
                  mark,
                  (System.nanoTime() - start) / 1e9,
                  ingestor.process().footprint().text()));
        }
        System.out.println(
            String.format(
                Locale.ROOT,
                "%.0f frames published, %.0f reconnects counted",
                ingestor.metric("sightings_ingest_frames_published_total", "door"),
                ingestor.metric("sightings_ingest_reconnects_total", "door")));
      }
    }
    return 0;
  }
}
