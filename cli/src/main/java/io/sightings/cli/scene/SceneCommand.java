package io.sightings.cli.scene;

import io.sightings.scenes.DemoScene;
import io.sightings.scenes.RecordedFiles;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.console.CommandFailure;
import io.sightings.toolkit.console.ExitCode;
import io.sightings.toolkit.console.IoErrorText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A scene to show to a camera, without real people. */
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
    CommandConsole console = CommandConsole.of(spec.commandLine());
    RecordedFiles files = new RecordedFiles(folder);
    Path complete = folder.resolve(".complete");
    if (!Files.exists(complete)) {
      console.say("Drawing the scene, which takes some seconds …");
      try {
        DemoScene.defaults().writeTo(Files.createDirectories(folder));
        Files.createFile(complete);
      } catch (IOException e) {
        throw CommandFailure.environment(
            "The scene cannot be written to " + folder + ": " + IoErrorText.sentence(e), e);
      }
    }
    console.say("The scene is " + files.video() + ", its people are in " + files.people());
    return ExitCode.OK;
  }
}
