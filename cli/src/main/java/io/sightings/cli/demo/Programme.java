package io.sightings.cli.demo;

import io.sightings.cli.console.Console;
import io.sightings.cli.console.Failure;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.ingest.source.Inputs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What is played.
 *
 * @param inputs those that are there
 * @param complete whether that is all of what the user has named
 */
record Programme(List<SourceSettings> inputs, boolean complete) {

  /**
   * Looks at all inputs before anything is started, and names those that are not there.
   *
   * @throws Failure if none is left
   */
  static Programme of(List<String> named, IngestorSettings settings, Console console) {
    Inputs resolver = new Inputs(settings);
    List<SourceSettings> inputs = new ArrayList<>();
    for (String input : named) {
      SourceSettings source = SourceSettings.of(input);
      try {
        resolver.resolve(source);
        inputs.add(source);
      } catch (IOException e) {
        console.complain(input + ": " + e.getMessage() + ".");
      }
    }
    if (inputs.isEmpty()) {
      throw Failure.input(
          "Nothing to play: name a video, a photo or a folder of them with --input.");
    }
    return new Programme(List.copyOf(inputs), inputs.size() == named.size());
  }
}
