package io.sightings.cli.demo;

import io.sightings.cli.ingest.InputArgumentParser;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.ingest.source.InputResolver;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.console.CommandFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What is played.
 *
 * @param inputs those that are there
 * @param complete whether that is all of what the user has named
 */
record DemoProgramme(List<SourceSettings> inputs, boolean complete) {

  /** Whether something in it has no end. */
  boolean isLive() {
    return inputs.stream().anyMatch(SourceSettings::isLive);
  }

  /**
   * Looks at all inputs before anything is started, and names those that are not there.
   *
   * @throws CommandFailure if none is left
   */
  static DemoProgramme of(List<String> named, IngestorSettings settings, CommandConsole console) {
    InputResolver resolver = new InputResolver(settings);
    List<SourceSettings> inputs = new ArrayList<>();
    for (String input : named) {
      try {
        SourceSettings source = InputArgumentParser.of(input);
        if (source.isFile()) {
          resolver.resolve(source);
        }
        inputs.add(source);
      } catch (IOException | IllegalArgumentException e) {
        console.complain(input + ": " + e.getMessage() + ".");
      }
    }
    if (inputs.isEmpty()) {
      throw CommandFailure.input(
          "Nothing to play: name a video, a photo, a folder or a stream with --input.");
    }
    return new DemoProgramme(List.copyOf(inputs), inputs.size() == named.size());
  }
}
