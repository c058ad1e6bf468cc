package io.sightings.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One life of the broker's JVM. */
final class BrokerProcess {
  private static final int SHOWN_LOG_LINES = 20;
  private static final int POLL_MILLIS = 50;

  private final Process process;
  private final Path log;

  private BrokerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static BrokerProcess launch(Path dir, ServerProperties properties) throws IOException {
    BrokerLaunch launch = BrokerLaunch.of(dir, properties);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(launch.jvm());
    command.add("-cp");
    command.add(launch.classPath());
    command.add(launch.mainClass());
    command.addAll(launch.arguments());
    // The input stays a pipe: its closing is what ends the broker, see BrokerMain.
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(dir.resolve("broker.out").toFile())
            .directory(dir.toFile())
            .start();
    return new BrokerProcess(process, launch.log());
  }

  /**
   * Waits until the broker says that it is up. Its port would be no proof: another process may own
   * it, and topics can be created only once the broker has joined its own cluster.
   *
   * @return false if another process has taken one of the ports
   * @throws BrokerUnavailableException if the broker ends or is not up in time
   */
  boolean awaitStarted(long deadlineNanos) throws InterruptedException {
    while (!log().contains(BrokerLaunch.STARTED)) {
      if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        if (log().contains(BrokerLaunch.PORT_TAKEN)) {
          return false;
        }
        throw failed("ended with exit code " + process.exitValue() + " while starting");
      }
      if (System.nanoTime() - deadlineNanos > 0) {
        kill();
        throw failed("did not start in time");
      }
    }
    return true;
  }

  BrokerUnavailableException failed(String what) {
    return new BrokerUnavailableException(
        "The Kafka broker " + what + "; the end of " + log + ":\n" + lastLog());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** As kill -9 does: nothing is flushed or handed over. */
  void kill() {
    process.destroyForcibly();
    await(process::waitFor);
  }

  void stop(int seconds) {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException("the broker's input cannot be closed", e);
    } finally {
      await(
          () -> {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
              kill();
            }
          });
    }
  }

  private String lastLog() {
    List<String> lines = log().lines().toList();
    return String.join(
        "\n", lines.subList(Math.max(0, lines.size() - SHOWN_LOG_LINES), lines.size()));
  }

  /** What the broker has logged, and what its JVM has printed. */
  private String log() {
    try {
      return read(log.resolveSibling("broker.out")) + read(log);
    } catch (IOException e) {
      throw new UncheckedIOException("the broker's log cannot be read", e);
    }
  }

  private static String read(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
  }

  private void await(Waiting waiting) {
    try {
      waiting.run();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private interface Waiting {
    void run() throws InterruptedException;
  }
}
