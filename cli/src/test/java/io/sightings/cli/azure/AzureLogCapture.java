package io.sightings.cli.azure;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** All that is logged meanwhile, down to the smallest detail, but by the stand-in's server. */
final class AzureLogCapture extends AbstractAppender implements AutoCloseable {
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
  private final LoggerConfig root = context.getConfiguration().getRootLogger();
  private final Level before = root.getLevel();

  private AzureLogCapture() {
    super("heard", null, null, false, Property.EMPTY_ARRAY);
  }

  static AzureLogCapture everything() {
    AzureLogCapture heard = new AzureLogCapture();
    heard.start();
    heard.root.addAppender(heard, Level.ALL, null);
    heard.root.setLevel(Level.ALL);
    heard.context.updateLoggers();
    return heard;
  }

  @Override
  public void append(LogEvent event) {
    if (event.getLoggerName().startsWith("org.eclipse.jetty.")) {
      return; // it is on the other side
    }
    lines.add(
        event.getLoggerName()
            + " "
            + event.getMessage().getFormattedMessage()
            + (event.getThrown() == null ? "" : " " + event.getThrown()));
  }

  String text() {
    return lines.stream().collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    root.removeAppender(getName());
    root.setLevel(before);
    context.updateLoggers();
    stop();
  }
}
