package io.sightings.ingest.stream;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/** What is logged while this is open, at debug and above. */
public final class LogLines extends AbstractAppender implements AutoCloseable {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Logger logger;
  private final Level before;

  private LogLines(Logger logger) {
    super("log-lines", null, null, true, Property.EMPTY_ARRAY);
    this.logger = logger;
    before = logger.getLevel();
  }

  public static LogLines of(String logger) {
    LogLines lines = new LogLines((Logger) LogManager.getLogger(logger));
    lines.start();
    Configurator.setLevel(logger, Level.DEBUG);
    lines.logger.addAppender(lines);
    lines.logger.setAdditive(false);
    return lines;
  }

  @Override
  public void append(LogEvent event) {
    lines.add(event.getMessage().getFormattedMessage());
  }

  public List<String> lines() {
    return lines;
  }

  @Override
  public void close() {
    logger.removeAppender(this);
    logger.setAdditive(true);
    Configurator.setLevel(logger.getName(), before);
    stop();
  }
}
