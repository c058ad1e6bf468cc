package io.sightings.cli.scene;

import io.sightings.cli.console.Console;
import io.sightings.cli.console.ExitCode;
import io.sightings.cli.console.Failure;
import io.sightings.cli.console.IoTrouble;
import io.sightings.scenes.DemoScene;
import io.sightings.scenes.RecordedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Something for a camera to show that nobody need be asked for. */
@Command(
    name = "scene",
    description = {
      "Writes the drawn scene of the demo: scene.mp4, the truth about it, and portraits of the"
          + " people in it, who do not exist.",
      "A scene that is there already stays."
    })
public final class SceneCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", description = "Where it is put.")
  private Path folder;

  @Override
  public Integer call() {
    Console console = Console.of(spec.commandLine());
    RecordedFiles files = new RecordedFiles(folder);
    Path complete = folder.resolve(".complete");
    if (!Files.exists(complete)) {
      console.say("Drawing the scene, which takes some seconds …");
      try {
        DemoScene.defaults().writeTo(Files.createDirectories(folder));
        Files.createFile(complete);
      } catch (IOException e) {
        throw Failure.environment(
            "The scene cannot be written to " + folder + ": " + IoTrouble.sentence(e), e);
      }
    }
    console.say("The scene is " + files.video() + ", its people are in " + files.people());
    return ExitCode.OK;
  }
}
