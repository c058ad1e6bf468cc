package io.sightings.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Signals to processes, and their ends. */
final class ProcessSignals {
  private static final Duration END_WITHIN = Duration.ofSeconds(20);

  private ProcessSignals() {}

  /**
   * @param signal without SIG, such as STOP
   */
  static void send(String signal, ProcessHandle process) {
    List<String> command = List.of("kill", "-" + signal, Long.toString(process.pid()));
    try {
      int failed =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      if (failed != 0 && process.isAlive()) {
        throw new LocalRuntimeException(
            "SIG" + signal + " cannot be sent to " + process.pid() + ".");
      }
    } catch (IOException e) {
      throw new LocalRuntimeException("The command kill cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  static void kill(ProcessHandle process, String name) {
    process.destroyForcibly();
    if (!awaitEnd(process, END_WITHIN)) {
      throw new LocalRuntimeException(name + ", process " + process.pid() + ", does not end.");
    }
  }

  /**
   * @return false if it still runs after that time
   */
  static boolean awaitEnd(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static LocalRuntimeException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new LocalRuntimeException("Interrupted.", e);
  }
}
