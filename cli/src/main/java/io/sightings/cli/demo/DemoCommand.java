package io.sightings.cli.demo;

import io.sightings.cli.console.LogFile;
import io.sightings.cli.engine.EngineOptions;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.console.CommandFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Everything on this machine. */
@Command(
    name = "demo",
    description = {
      "Runs everything on this machine: a Kafka broker, Flink with its web UI and the ingestor;"
          + " prints sightings as they happen, then who was where and when.",
      "",
      "Without --input a drawn scene is played, and what was seen is compared with the truth."
          + " Videos and photos end by themselves: the demo ends with them, unless --keep is"
          + " given. Live inputs go on until Ctrl-C."
    })
public final class DemoCommand implements Callable<Integer> {
  @Mixin private EngineOptions engine;
  @Spec private CommandSpec spec;

  @Option(
      names = "--input",
      paramLabel = "INPUT",
      description =
          "A video, a photo, a folder of them, the address of a stream (rtsp://…) or a webcam"
              + " (/dev/video0); may be given several times.")
  private List<String> inputs = List.of();

  @Option(
      names = "--people",
      paramLabel = "DIR",
      description = "People to enrol first: DIR/NAME/*.jpg, DIR/NAME.jpg or DIR/NAME_1.jpg.")
  private Path people;

  @Option(
      names = "--fps",
      paramLabel = "N",
      defaultValue = "5",
      description = "Frames per second taken from videos; default ${DEFAULT-VALUE}.")
  private double fps;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "sightings-out",
      description =
          "Where sightings/date=YYYY-MM-DD/*.jsonl and the log go; default ./${DEFAULT-VALUE}.")
  private Path out;

  @Option(
      names = "--exit-when-done",
      description = "Ends when all videos and photos were played; the default, unless --keep.")
  private boolean exitWhenDone;

  @Option(
      names = "--keep",
      description = "Leaves broker and web UI running at the end, until Ctrl-C.")
  private boolean keep;

  @Option(
      names = "--ui-port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "The port of Flink's web UI; default is any free one.")
  private int uiPort;

  @Option(
      names = "--azure",
      description =
          "Azure AI Face says who people are: the resource at $AZURE_FACE_ENDPOINT with the key"
              + " $AZURE_FACE_KEY. The people are enrolled there, and each call is paid.")
  private boolean azure;

  @Option(
      names = "--azure-fake",
      description = "The same with a stand-in for it on this machine, which costs nothing.")
  private boolean standIn;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting of the job, as in conf/job.yaml, such as sighting.gap=10s.")
  private List<String> overrides = List.of();

  @Override
  public Integer call() throws InterruptedException, IOException {
    if (keep && exitWhenDone) {
      throw CommandFailure.usage("--keep and --exit-when-done contradict each other: choose one.");
    }
    if (azure && standIn) {
      throw CommandFailure.usage("--azure and --azure-fake contradict each other: choose one.");
    }
    if (!(fps > 0 && fps <= 1000)) {
      throw CommandFailure.usage("--fps " + fps + ": expected more than 0 and at most 1000.");
    }
    if (uiPort < 0 || uiPort > 65_535) {
      throw CommandFailure.usage("--ui-port " + uiPort + ": expected 1 to 65535.");
    }
    if (uiPort > 0) {
      EmbeddedFlinkCluster.requireFree(uiPort);
    }
    OutputFolder folder = OutputFolder.prepare(out);
    LogFile.in(folder.folder());
    CommandConsole console = CommandConsole.of(spec.commandLine());
    DemoOptions plan =
        new DemoOptions(
            inputs,
            people,
            engine.settingsWithModels(console),
            fps,
            folder,
            uiPort,
            keep,
            naming(),
            overrides);
    return new DemoRun(console, plan).run();
  }

  private DemoOptions.Naming naming() {
    if (azure) {
      return DemoOptions.Naming.AZURE;
    }
    return standIn ? DemoOptions.Naming.STAND_IN : DemoOptions.Naming.LOCAL;
  }
}
