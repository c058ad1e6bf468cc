package io.sightings.cli.demo;

import io.sightings.cli.console.Console;
import io.sightings.cli.console.Failure;
import io.sightings.cli.ingest.NamedInput;
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

  /** Whether something in it has no end. */
  boolean isLive() {
    return inputs.stream().anyMatch(SourceSettings::isLive);
  }

  /**
   * Looks at all inputs before anything is started, and names those that are not there.
   *
   * @throws Failure if none is left
   */
  static Programme of(List<String> named, IngestorSettings settings, Console console) {
    Inputs resolver = new Inputs(settings);
    List<SourceSettings> inputs = new ArrayList<>();
    for (String input : named) {
      try {
        SourceSettings source = NamedInput.of(input);
        if (source.isFile()) {
          resolver.resolve(source);
        }
        inputs.add(source);
      } catch (IOException | IllegalArgumentException e) {
        console.complain(input + ": " + e.getMessage() + ".");
      }
    }
    if (inputs.isEmpty()) {
      throw Failure.input(
          "Nothing to play: name a video, a photo, a folder or a stream with --input.");
    }
    return new Programme(List.copyOf(inputs), inputs.size() == named.size());
  }
}
