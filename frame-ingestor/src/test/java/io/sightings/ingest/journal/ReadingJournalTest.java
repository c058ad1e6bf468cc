package io.sightings.ingest.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.ingest.Eventually;
import io.sightings.ingest.journal.ReadAdmission.Deferred;
import io.sightings.ingest.journal.ReadAdmission.Granted;
import io.sightings.ingest.journal.ReadAdmission.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of what was being read when the ingestor ended is left out, and what is not. */
class ReadingJournalTest {
  private static final Duration LONG = Duration.ofHours(1);

  @TempDir Path state;

  @Test
  void aFileThatEndedTheIngestorTwiceIsRefused() throws Exception {
    granted(open(), "killer.mp4", false);
    die();
    granted(open(), "killer.mp4", false);
    die();

    ReadingJournal third = open();
    assertThat(third.admit("drop", "killer.mp4", false))
        .isEqualTo(new Refused("the ingestor ended twice while reading it"));
    granted(third, "good.mp4", false);
  }

  @Test
  void anotherCopyOfARefusedFileIsReadOnceThatWasPutAway() throws Exception {
    granted(open(), "killer.mp4", false);
    die();
    granted(open(), "killer.mp4", false);
    die();
    ReadingJournal third = open();
    third.forget("drop", "killer.mp4");

    granted(third, "killer.mp4", false);
  }

  @Test
  void anOrderlyEndIsNoDeath() throws Exception {
    for (int i = 0; i < 3; i++) {
      ReadingJournal journal = open();
      granted(journal, "long.mp4", false);
      granted(journal, "camera", true);
      journal.close();
      die();
    }

    assertThat(entries()).isEmpty();
  }

  @Test
  void whatAnotherProcessReadsNowIsNoDeath() {
    granted(open(), "long.mp4", false);

    // Of the same process, which is alive.
    granted(open(), "long.mp4", false);
    granted(open(), "long.mp4", false);
  }

  @Test
  void suspectsAreReadOneAtATimeAndOthersThatAreNewWaitForThem() throws Exception {
    ReadingJournal first = open();
    granted(first, "killer.mp4", false);
    granted(first, "innocent.mp4", false);
    granted(first, "camera", true);
    die();

    ReadingJournal second = open();
    Granted alone = granted(second, "killer.mp4", false);
    assertDeferred(second, "innocent.mp4", false);
    assertDeferred(second, "new.mp4", false);
    granted(second, "camera", true).close();
    alone.finished();
    granted(second, "innocent.mp4", false).finished();
  }

  @Test
  void afterADeathFilesWaitUntilTheCamerasGiveFrames() throws Exception {
    granted(open(), "killer.mp4", false);
    die();

    ReadingJournal second = open(Duration.ofMillis(1));
    Granted camera = granted(second, "camera", true);
    granted(second, "another camera", true).close();
    assertDeferred(second, "killer.mp4", false);
    assertDeferred(second, "new.mp4", false);
    camera.delivers();
    Eventually.holds("established", () -> established() == 1);
    granted(second, "killer.mp4", false);
  }

  @Test
  void aCameraThatEndsTheIngestorIsFoundAmongOthersAndFiles() throws Exception {
    ReadingJournal first = open();
    granted(first, "killer", true);
    granted(first, "camera", true);
    granted(first, "innocent.mp4", false);
    die();
    // Now the file has to wait for the streams.
    ReadingJournal second = open();
    granted(second, "killer", true);
    granted(second, "camera", true);
    assertDeferred(second, "innocent.mp4", false);
    die();
    ReadingJournal third = open();
    granted(third, "killer", true);
    assertDeferred(third, "camera", true);
    die();

    ReadingJournal last = open();
    assertThat(last.admit("drop", "killer", true)).isInstanceOf(Refused.class);
    granted(last, "camera", true).finished();
    granted(last, "innocent.mp4", false);
  }

  @Test
  void ofThoseThatWereReadTogetherTheSecondDeathConvictsOne() throws Exception {
    ReadingJournal first = open();
    granted(first, "killer.mp4", false);
    granted(first, "innocent.mp4", false);
    die();
    granted(open(), "killer.mp4", false);
    die();

    ReadingJournal third = open();
    assertThat(third.admit("drop", "killer.mp4", false)).isInstanceOf(Refused.class);
    granted(third, "innocent.mp4", false);
  }

  @Test
  void establishedCamerasAreNotBlamedForAFile() throws Exception {
    for (int death = 0; death < 2; death++) {
      ReadingJournal journal = open(Duration.ofMillis(1));
      for (int camera = 0; camera < 20; camera++) {
        granted(journal, "camera-" + camera, true).delivers();
      }
      Eventually.holds("established", () -> established() == 20);
      granted(journal, "killer.mp4", false);
      die();
    }

    ReadingJournal third = open();
    for (int camera = 0; camera < 20; camera++) {
      granted(third, "camera-" + camera, true);
    }
    assertThat(third.admit("drop", "killer.mp4", false)).isInstanceOf(Refused.class);
  }

  @Test
  void ofSeveralEstablishedCamerasNoneIsBlamed() throws Exception {
    for (int death = 0; death < 3; death++) {
      ReadingJournal journal = open(Duration.ofMillis(1));
      granted(journal, "one", true).delivers();
      granted(journal, "two", true).delivers();
      Eventually.holds("established", () -> established() == 2);
      die();
    }

    ReadingJournal last = open();
    granted(last, "one", true);
    granted(last, "two", true);
  }

  @Test
  void aRecordingThatGetsFurtherEachTimeIsNotRefused() throws Exception {
    for (int death = 0; death < 4; death++) {
      ReadingJournal journal = open(Duration.ofMillis(1));
      granted(journal, "long.mp4", false).delivers();
      Eventually.holds("established", () -> established() == 1);
      die();
    }

    granted(open(), "long.mp4", false);
  }

  @Test
  void aCameraIsLeftOutForAPauseThatDoublesAndBehavesAgain() throws Exception {
    granted(open(), "camera", true);
    die();
    granted(open(), "camera", true);
    die();
    Instant now = Instant.now();
    ReadAdmission out = ReadingJournal.open(state, 2, LONG, now).admit("drop", "camera", true);
    assertThat(((Refused) out).why())
        .isEqualTo(
            "the ingestor ended twice while reading it: it is left out until "
                + now.plus(Duration.ofMinutes(5)));

    Instant pausedBefore = now.minus(Duration.ofMinutes(6));
    rewind(now, pausedBefore);
    ReadingJournal later = open(Duration.ofMillis(1));
    Granted good = granted(later, "camera", true);
    good.delivers();
    Eventually.holds("established", () -> established() == 1);
    good.close();

    assertThat(entries()).isEmpty();
  }

  @Test
  void aTornEntryIsNoDeath() throws Exception {
    Files.createDirectories(state.resolve("reading"));
    Files.writeString(state.resolve("reading/0123456789abcdef"), "deaths=");

    granted(open(), "a.mp4", false);
    assertThat(entries()).hasSize(1);
  }

  private ReadingJournal open() {
    return open(LONG);
  }

  private ReadingJournal open(Duration probation) {
    return ReadingJournal.open(state, 2, probation, Instant.now());
  }

  private static Granted granted(ReadingJournal journal, String what, boolean live) {
    ReadAdmission admission = journal.admit("drop", what, live);
    assertThat(admission).isInstanceOf(Granted.class);
    return (Granted) admission;
  }

  private static void assertDeferred(ReadingJournal journal, String what, boolean live) {
    assertThat(journal.admit("drop", what, live)).isInstanceOf(Deferred.class);
  }

  /** As if the process that reads had ended: no process has had this name. */
  private void die() throws IOException {
    for (Path entry : entries()) {
      Files.writeString(entry, Files.readString(entry).replaceAll("(?m)^reader=.+$", "reader=1@1"));
    }
  }

  /** As if a pause had been over for a while. */
  private void rewind(Instant from, Instant to) throws IOException {
    for (Path entry : entries()) {
      Files.writeString(
          entry,
          Files.readString(entry)
              .replaceAll("(?m)^retryAt=.+$", "retryAt=" + to.toString().replace(":", "\\\\:")));
    }
    assertThat(to).isBefore(from);
  }

  private long established() throws IOException {
    long count = 0;
    for (Path entry : entries()) {
      count += Files.readString(entry).contains("established=true") ? 1 : 0;
    }
    return count;
  }

  private List<Path> entries() throws IOException {
    if (!Files.isDirectory(state.resolve("reading"))) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(state.resolve("reading"))) {
      return all.filter(file -> !file.getFileName().toString().startsWith(".")).toList();
    }
  }
}
