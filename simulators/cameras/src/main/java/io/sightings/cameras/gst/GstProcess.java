package io.sightings.cameras.gst;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that reads its orders from its input, tells in one line that it is ready, and ends with
 * its input, that is with this process however that ends.
 */
public final class GstProcess implements AutoCloseable {
  private static final int STOP_SECONDS = 5;

  private final Process process;
  private final OutputStream input;
  private final String ready;

  private GstProcess(Process process, OutputStream input, String ready) {
    this.process = process;
    this.input = input;
    this.ready = ready;
  }

  /**
   * @param order one line
   * @param log what it prints as errors, added to what is there
   * @throws IOException if it ends instead of being ready; with its errors
   */
  public static GstProcess start(List<String> command, String order, Path log) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(Redirect.appendTo(log.toFile())).start();
    OutputStream input = process.getOutputStream();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String ready = null;
    try {
      input.write((order + "\n").getBytes(StandardCharsets.UTF_8));
      input.flush();
      ready = output.readLine();
    } finally {
      if (ready == null) {
        process.destroyForcibly();
      }
    }
    if (ready == null) {
      throw new IOException(command.get(0) + " ended: " + Files.readString(log));
    }
    return new GstProcess(process, input, ready);
  }

  /** The line it told. */
  public String ready() {
    return ready;
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Ends it as kill -9 does. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Ends it by ending its input, by force after some seconds. */
  @Override
  public void close() {
    try {
      input.close();
    } catch (IOException gone) {
      // It has ended by itself.
    }
    if (!awaitEnd()) {
      kill();
    }
  }

  private boolean awaitEnd() {
    try {
      return process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      return true;
    }
  }
}
