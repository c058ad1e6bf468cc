package io.sightings.faults.hostile.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogErrorCounterTest {
  @TempDir private Path folder;

  @Test
  void eachErrorAndEachExceptionIsCountedOnce() throws IOException {
    Path log = folder.resolve("a.log");
    LogErrorCounter watch = new LogErrorCounter();
    watch.look("job", log);
    Files.writeString(
        log, "2026-01-01 ERROR [main] i.s.Reader: it fails\njava.io.IOException: x\n\tat a.b\n");
    watch.look("job", log);
    Files.writeString(log, "Caused by: java.io.IOException: y\n", StandardOpenOption.APPEND);

    watch.look("job", log);

    assertThat(watch.counts())
        .containsOnly(entry("job: ERROR of i.s.Reader:", 1), entry("job: java.io.IOException", 2));
  }
}
