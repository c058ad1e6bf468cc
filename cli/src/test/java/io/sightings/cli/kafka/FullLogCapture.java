package io.sightings.cli.kafka;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/** Hears what every library of this process logs, details for developers included. */
final class FullLogCapture extends AbstractAppender implements AutoCloseable {
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  private FullLogCapture() {
    super("everything", null, null, false, Property.EMPTY_ARRAY);
  }

  static FullLogCapture listen() {
    FullLogCapture everything = new FullLogCapture();
    everything.start();
    LoggerContext context = (LoggerContext) LogManager.getContext(false);
    context.getConfiguration().getRootLogger().addAppender(everything, Level.ALL, null);
    // Clients write their settings, and what they send, at these levels.
    Configurator.setLevel("org.apache.kafka", Level.DEBUG);
    context.updateLoggers();
    return everything;
  }

  @Override
  public void append(LogEvent event) {
    lines.add(event.getMessage().getFormattedMessage());
    for (Throwable t = event.getThrown(); t != null; t = t.getCause()) {
      lines.add(t.toString());
    }
  }

  String text() {
    return String.join("\n", lines);
  }

  @Override
  public void close() {
    LoggerContext context = (LoggerContext) LogManager.getContext(false);
    context.getConfiguration().getRootLogger().removeAppender(getName());
    Configurator.reconfigure();
    stop();
  }
}
