package io.sightings.cli.console;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs in a process of its own, as a command does, what a hostile file name would bring. */
final class LogSample {
  static final String NAME = "a\n2026-01-01 ERROR [main] forged\r\u001b[31mb.mp4";

  private LogSample() {}

  public static void main(String[] args) {
    LogFile.inStateOfUser().ifPresent(System.err::println);
    Logger log = LoggerFactory.getLogger("io.sightings.Sample");
    log.info("{} was read", NAME);
    log.warn("It cannot be moved", new IOException(NAME));
  }
}
