package io.sightings.cli.models;

import io.sightings.engine.model.ModelEntry;
import io.sightings.engine.model.ModelSource;
import io.sightings.engine.model.fetch.FetchListener;
import io.sightings.toolkit.console.CommandConsole;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows what is fetched, with its size and licence, and on a terminal how far it is. */
final class FetchPrinter implements FetchListener, AutoCloseable {
  private static final int KILOBYTE = 1000;

  private final CommandConsole console;
  private final boolean terminal = System.console() != null;
  private @Nullable ProgressBar bar;

  FetchPrinter(CommandConsole console) {
    this.console = console;
  }

  @Override
  public void started(ModelEntry model, ModelSource source) {
    close();
    console.say(
        "Fetching   "
            + model.name()
            + " from "
            + source.text()
            + ", licence "
            + (model.licence() == null ? "unknown" : model.licence()));
  }

  @Override
  public void progressed(long bytes, long of) {
    if (!terminal) {
      return;
    }
    if (bar == null) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("Fetching")
              .setUnit(" kB", KILOBYTE)
              .setInitialMax(of)
              .setStyle(ProgressBarStyle.ASCII)
              .clearDisplayOnFinish()
              .build();
    }
    bar.stepTo(bytes);
  }

  @Override
  public void failed(ModelEntry model, ModelSource source, String reason) {
    close();
    console.say("           " + model.name() + " is not available there: " + reason);
  }

  @Override
  public void waiting() {
    console.say("           waiting for another process that fetches models");
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
