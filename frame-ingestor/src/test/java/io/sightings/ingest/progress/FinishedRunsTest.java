package io.sightings.ingest.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinishedRunsTest {
  @TempDir Path dir;

  @Test
  void whatWasReadIsKnownAfterARestart() throws Exception {
    FinishedRuns runs = open(10);
    runs.add("one", false);
    runs.add("two", true);

    FinishedRuns again = open(10);

    assertThat(again.contains("one")).isTrue();
    assertThat(again.contains("two")).isTrue();
    assertThat(again.contains("three")).isFalse();
  }

  @Test
  void theNewestAreRememberedAndTheFileStaysSmall() throws Exception {
    FinishedRuns runs = open(10);
    for (int i = 0; i < 1000; i++) {
      runs.add("run-" + i, false);
    }

    FinishedRuns again = open(10);

    assertThat(again.contains("run-990")).isTrue();
    assertThat(again.contains("run-999")).isTrue();
    assertThat(again.contains("run-989")).isFalse();
    assertThat(Files.readAllLines(dir.resolve("finished"))).hasSizeLessThanOrEqualTo(20);
  }

  @Test
  void aLineThatWasNotWrittenToItsEndIsIgnored() throws Exception {
    open(10).add("0123456789abcdef", false);
    Files.writeString(dir.resolve("finished"), "fedcba98", StandardOpenOption.APPEND);

    FinishedRuns runs = open(10);
    runs.add("1111111111111111", false);

    assertThat(Files.readAllLines(dir.resolve("finished")))
        .containsExactly("0123456789abcdef", "1111111111111111");
  }

  @Test
  void foreignLinesAreIgnored() throws Exception {
    Files.write(dir.resolve("finished"), new byte[] {1, 2, (byte) 200, '\n', 'a', 'b', '\n'});

    assertThat(open(10).contains("ab")).isTrue();
    assertThat(Files.readAllLines(dir.resolve("finished"))).containsExactly("ab");
  }

  private FinishedRuns open(int bound) throws IOException {
    FinishedRuns runs = new FinishedRuns(dir.resolve("finished"), bound);
    runs.load();
    return runs;
  }
}
