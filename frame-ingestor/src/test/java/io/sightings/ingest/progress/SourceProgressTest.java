package io.sightings.ingest.progress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceProgressTest {
  private static final String EPOCH = "0123456789abcdef";

  @TempDir Path state;
  private final List<String> troubles = new ArrayList<>();

  @Test
  void aRunGoesOnWhereItWas() {
    RunProgress run = open().run(EPOCH);
    assertThat(run.frames()).isZero();
    run.arrived(17);
    run.save();

    RunProgress again = open().run(EPOCH);

    assertThat(again.frames()).isEqualTo(17);
    assertThat(again.epoch()).isEqualTo(EPOCH);
    assertThat(again.isComplete()).isFalse();
  }

  @Test
  void whatWasReadToItsEndIsNotReadAgain() throws Exception {
    RunProgress run = open().run(EPOCH);
    run.arrived(17);
    run.complete();
    run.forget();

    assertThat(open().run(EPOCH).isComplete()).isTrue();
    assertThat(files()).containsExactly("finished");
  }

  @Test
  void aRunForgottenBeforeItsEndBeginsAnew() {
    RunProgress run = open().run(EPOCH);
    run.arrived(17);
    run.save();
    run.forget();

    assertThat(open().run(EPOCH).frames()).isZero();
  }

  @Test
  void aRunThatIsNewEachTimeGoesOnIfItWasNotFinished() {
    RunProgress run = open().runAnew("key", "first");
    run.arrived(3);
    run.save();

    RunProgress again = open().runAnew("key", "second");

    assertThat(again.epoch()).isEqualTo("first");
    assertThat(again.frames()).isEqualTo(3);
  }

  @Test
  void aRunThatIsNewEachTimeIsCompleteUntilItIsOutOfTheWay() {
    RunProgress run = open().runAnew("key", "first");
    run.arrived(3);
    run.complete();
    assertThat(open().runAnew("key", "second").isComplete()).isTrue();

    run.forget();

    RunProgress next = open().runAnew("key", "second");
    assertThat(next.isComplete()).isFalse();
    assertThat(next.epoch()).isEqualTo("second");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 40, 70, 81})
  void aTornFileIsIgnored(int bytes) throws Exception {
    byte[] whole = new ProgressMark(EPOCH, 17, false).bytes();
    assertThat(whole).hasSizeGreaterThan(81);
    write(Arrays.copyOf(whole, bytes));

    assertThat(open().run(EPOCH).frames()).isZero();
  }

  @Test
  void aForeignFileIsIgnored() throws Exception {
    String ours = new String(new ProgressMark(EPOCH, 17, false).bytes(), UTF_8);
    write(ours.replace("frames 17", "frames 99").getBytes(UTF_8));

    assertThat(open().run(EPOCH).frames()).isZero();
  }

  @Test
  void aStateThatCannotBeWrittenIsToldAndStopsNothing() throws Exception {
    Files.writeString(state.resolve("progress"), "a file in the way");

    RunProgress run = open().run(EPOCH);
    run.arrived(5);
    run.save();
    run.complete();

    assertThat(run.frames()).isEqualTo(5);
    assertThat(troubles).isNotEmpty();
    assertThat(troubles.get(0)).contains("progress cannot be kept in").contains("mend that");
  }

  @Test
  void whatCouldNotBeWrittenIsWrittenWhenThereIsRoomAgain() throws Exception {
    Path obstacle = Files.writeString(state.resolve("progress"), "a file in the way");
    SourceProgress progress = open();
    RunProgress run = progress.run(EPOCH);
    run.arrived(5);
    run.complete();
    assertThat(progress.recheck()).isFalse();

    Files.delete(obstacle);

    assertThat(progress.recheck()).isTrue();
    assertThat(open().run(EPOCH).isComplete()).isTrue();
  }

  @Test
  void runsWhoseFilesWereTakenAwayDoNotPileUp() throws Exception {
    SourceProgress progress = open();
    for (int i = 0; i < 1100; i++) {
      RunProgress run = progress.run("%016x".formatted(i));
      run.arrived(1);
      run.save();
    }

    open();

    assertThat(files()).hasSizeLessThanOrEqualTo(1001);
    assertThat(troubles).isEmpty();
  }

  @Test
  void theDiskIsWrittenAtABoundedRate() {
    long[] now = {0};
    ProgressPace pace = new ProgressPace(() -> now[0]);

    long writes = 0;
    for (int i = 0; i < 1000; i++) {
      now[0] += 1_000_000;
      writes += pace.isTimeToWrite() ? 1 : 0;
    }

    assertThat(writes).isBetween(18L, 21L);
    assertThat(pace.isTimeToSync()).isTrue();
    assertThat(pace.isTimeToSync()).isFalse();
  }

  private SourceProgress open() {
    return SourceProgress.open(
        state, SourceInfo.of("door", SourceKind.VIDEO), troubles::add, troubles::remove);
  }

  private void write(byte[] bytes) throws IOException {
    Path folder = Files.createDirectories(state.resolve("progress").resolve("door"));
    Files.write(folder.resolve(EPOCH), bytes);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(state.resolve("progress").resolve("door"))) {
      return all.map(file -> file.getFileName().toString()).toList();
    }
  }
}
