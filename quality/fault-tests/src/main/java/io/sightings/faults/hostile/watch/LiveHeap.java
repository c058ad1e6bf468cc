package io.sightings.faults.hostile.watch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How much of a JVM's heap is in use after a full collection. */
final class LiveHeap {
  private static final int PATIENCE_SECONDS = 30;
  private static final Pattern USED = Pattern.compile("(?m)^ \\S.*total \\d+K, used (\\d+)K");

  private LiveHeap() {}

  /** In bytes; empty where the process cannot be asked. */
  static OptionalLong of(long pid) throws IOException, InterruptedException {
    if (ask(pid, "GC.run") == null) {
      return OptionalLong.empty();
    }
    String info = ask(pid, "GC.heap_info");
    Matcher used = USED.matcher(info == null ? "" : info);
    long bytes = 0;
    while (used.find()) {
      bytes += Long.parseLong(used.group(1)) << 10;
    }
    return bytes == 0 ? OptionalLong.empty() : OptionalLong.of(bytes);
  }

  private static @Nullable String ask(long pid, String question)
      throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process asked =
        new ProcessBuilder(jcmd, Long.toString(pid), question).redirectErrorStream(true).start();
    // The answers are a few lines, which the pipe holds.
    if (!asked.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      asked.destroyForcibly();
      return null;
    }
    return asked.exitValue() == 0
        ? new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        : null;
  }
}
