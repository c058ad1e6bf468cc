package io.sightings.azure;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/** What is logged while this is open, at debug and above, with every stack. */
final class AzureTestLog extends AbstractAppender implements AutoCloseable {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private static final String SERVER = "org.eclipse.jetty";

  private final List<Appender> hidden = new ArrayList<>();
  private final Map<Logger, Level> before = new LinkedHashMap<>();

  private AzureTestLog() {
    super("log-lines", null, null, true, Property.EMPTY_ARRAY);
  }

  /**
   * @param loggers with all below them
   */
  static AzureTestLog of(String... loggers) {
    AzureTestLog lines = new AzureTestLog();
    lines.start();
    for (String name : loggers) {
      Logger logger = (Logger) LogManager.getLogger(name);
      lines.before.put(logger, logger.getLevel());
      Configurator.setLevel(name, Level.DEBUG);
      logger.addAppender(lines);
      logger.setAdditive(false);
    }
    return lines;
  }

  /** Of all but the stand-in's own server, and not shown on the console too. */
  static AzureTestLog ofAll() {
    Configurator.setLevel(SERVER, Level.WARN);
    Logger root = (Logger) LogManager.getRootLogger();
    Map<String, Appender> shown = Map.copyOf(root.getAppenders());
    shown.values().forEach(root::removeAppender);
    AzureTestLog lines = of("");
    lines.hidden.addAll(shown.values());
    return lines;
  }

  @Override
  public void append(LogEvent event) {
    StringWriter text = new StringWriter();
    text.append(event.getMessage().getFormattedMessage());
    if (event.getThrown() != null) {
      event.getThrown().printStackTrace(new PrintWriter(text, true));
    }
    lines.add(text.toString());
  }

  String text() {
    return String.join("\n", lines);
  }

  @Override
  public void close() {
    before.forEach(
        (logger, level) -> {
          logger.removeAppender(this);
          logger.setAdditive(true);
          Configurator.setLevel(logger.getName(), level);
        });
    hidden.forEach(((Logger) LogManager.getRootLogger())::addAppender);
    stop();
  }
}
