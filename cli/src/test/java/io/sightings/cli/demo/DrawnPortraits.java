package io.sightings.cli.demo;

import io.sightings.scenes.DemoScene;
import io.sightings.scenes.PortraitStudio;
import java.io.IOException;
import java.nio.file.Path;

/** Photos of somebody who does not exist. */
final class DrawnPortraits {

  private DrawnPortraits() {}

  static Path writeTo(Path folder) throws IOException {
    new PortraitStudio().write(folder, "Ada", DemoScene.defaults().enrolled().get("Ada"), 2);
    return folder;
  }
}
