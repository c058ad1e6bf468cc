package io.sightings.benchmarks.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The ingestor's process, as seen from outside. */
final class ServerProcess implements AutoCloseable {
  private static final int STOP_SECONDS = 30;

  private final Process process;
  private final BufferedReader in;
  private final BufferedWriter out;
  private final int port;

  private ServerProcess(Process process) throws IOException {
    this.process = process;
    in = process.inputReader(UTF_8);
    out = process.outputWriter(UTF_8);
    String first = in.readLine();
    if (first == null) {
      throw new IOException("the ingestor has not started: see what it says above");
    }
    port = Integer.parseInt(first);
  }

  /**
   * @param heap as -Xmx has it, such as 256m
   */
  static ServerProcess start(String bootstrap, Path state, String heap) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + heap,
            "-cp",
            System.getProperty("java.class.path"),
            Served.class.getName(),
            bootstrap,
            state.toString());
    return new ServerProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  int port() {
    return port;
  }

  Footprint footprint() throws IOException {
    out.write("\n");
    out.flush();
    return Footprint.of(process.pid(), in.readLine());
  }

  /** Ends it by ending its input. */
  @Override
  public void close() throws IOException {
    out.close();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
