package io.sightings.cli.demo;

import io.sightings.scenes.DemoScene;
import io.sightings.scenes.PortraitPainter;
import java.io.IOException;
import java.nio.file.Path;

/** Photos of somebody who does not exist. */
final class DrawnPortraits {

  private DrawnPortraits() {}

  static Path writeTo(Path folder) throws IOException {
    new PortraitPainter().write(folder, "Ada", DemoScene.defaults().enrolled().get("Ada"), 2);
    return folder;
  }
}
