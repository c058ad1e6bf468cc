package io.sightings.ingest.live;

import static io.sightings.ingest.live.Things.at;
import static io.sightings.ingest.live.Things.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Frame;
import io.sightings.contract.FrameInfo;
import io.sightings.contract.FrameType;
import io.sightings.ingest.live.PendingFrame.Ended;
import io.sightings.ingest.live.PendingFrame.Gap;
import io.sightings.ingest.live.PendingFrame.Heartbeat;
import io.sightings.ingest.live.PendingFrame.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceBacklogTest {
  private final SourceBacklog backlog = new SourceBacklog(Things.source("door"));

  @Test
  void whatIsSaidIsNumberedInItsOrder() {
    picture(1);
    backlog.add(new Heartbeat("one", at(2)));
    picture(3);
    backlog.add(new Ended("one", at(4)));

    assertThat(said())
        .containsExactly("0 IMAGE 1.0", "1 HEARTBEAT 2.0", "2 IMAGE 3.0", "3 ENDED 4.0");
  }

  @Test
  void everyDroppedPictureIsAHoleWhereItWas() {
    for (int i = 0; i < 3; i++) {
      picture(i);
    }
    backlog.dropOldest();
    assertThat(said()).containsExactly("1 IMAGE 1.0", "2 IMAGE 2.0");
    picture(3);
    picture(4);
    backlog.dropOldest();
    backlog.dropOldest();
    assertThat(said()).isEmpty();
    picture(5);
    backlog.drop();
    picture(7);

    assertThat(said()).containsExactly("5 IMAGE 5.0", "7 IMAGE 7.0");
  }

  @Test
  void theOldestPictureIsDroppedAndNotWhatStandsBeforeIt() {
    backlog.add(new Gap("one", at(0).at(), at(1)));
    backlog.add(new Heartbeat("one", at(2)));
    picture(3);
    picture(4);

    backlog.dropOldest();

    assertThat(said()).containsExactly("0 GAP 1.0", "1 HEARTBEAT 2.0", "3 IMAGE 4.0");
  }

  @Test
  void heartbeatsThatWaitBecomeTheNewest() {
    for (int i = 0; i < 3600; i++) {
      backlog.add(new Heartbeat("one", at(i)));
    }
    picture(3600);

    assertThat(said()).containsExactly("0 HEARTBEAT 3599.0", "1 IMAGE 3600.0");
  }

  @Test
  void heartbeatsThatAreLeftBesideEachOtherBecomeOne() {
    backlog.add(new Heartbeat("one", at(0)));
    picture(1);
    backlog.add(new Heartbeat("one", at(2)));

    backlog.dropOldest();

    assertThat(said()).containsExactly("1 HEARTBEAT 2.0");
  }

  @Test
  void gapsThatAreLeftBesideEachOtherBecomeOne() {
    backlog.add(new Gap("one", at(0).at(), at(5)));
    picture(5);
    backlog.add(new Heartbeat("one", at(6)));
    backlog.add(new Gap("one", at(6).at(), at(9)));
    picture(9);

    backlog.dropOldest();

    Frame gap = backlog.poll();
    assertThat(gap.info().blindFrom()).isEqualTo(at(0).at());
    assertThat(gap.info().capturedAt()).isEqualTo(at(9).at());
    assertThat(said()).containsExactly("2 IMAGE 9.0");
  }

  @Test
  void anotherEpochIsCountedFromZero() {
    picture(1);
    backlog.add(new Picture("two", at(0), image(1)));

    assertThat(backlog.poll().info().id()).isEqualTo("door/one/0");
    assertThat(backlog.poll().info().id()).isEqualTo("door/two/0");
  }

  @Test
  void whatIsGivenUpAltogetherIsAHoleToo() {
    picture(0);
    picture(1);
    backlog.clear();
    picture(2);

    assertThat(said()).containsExactly("2 IMAGE 2.0");
  }

  @Test
  void bytesCountWhatPicturesTake() {
    backlog.add(new Picture("one", at(0), image(5000)));
    backlog.add(new Heartbeat("one", at(1)));
    assertThat(backlog.bytes()).isEqualTo(5000 + SourceBacklog.OVERHEAD);

    backlog.dropOldest();
    assertThat(backlog.bytes()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void howeverItGoesTheHolesAreTheDroppedPicturesAndTheRestIsFew(long seed) {
    Random random = new Random(seed);
    long dropped = 0;
    long markers = 0;
    List<FrameInfo> sent = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      switch (random.nextInt(6)) {
        case 0, 1 -> backlog.add(new Picture("one", at(i), image(1)));
        case 2 -> {
          if (backlog.pictures() > 0) {
            backlog.dropOldest();
            dropped++;
          }
        }
        case 3 -> backlog.add(new Heartbeat("one", at(i)));
        case 4 -> backlog.add(new Gap("one", at(i - 1).at(), at(i)));
        default -> {
          if (!backlog.isEmpty()) {
            sent.add(backlog.poll().info());
          }
        }
      }
      markers = Math.max(markers, backlog.size() - 3L * backlog.pictures());
    }
    while (!backlog.isEmpty()) {
      sent.add(backlog.poll().info());
    }
    backlog.add(new Picture("one", at(20_000), image(1)));
    sent.add(backlog.poll().info());

    assertThat(markers).isLessThanOrEqualTo(2);
    assertThat(sent.get(sent.size() - 1).sequence() + 1 - sent.size()).isEqualTo(dropped);
    assertThat(sent).isSortedAccordingTo((a, b) -> Long.compare(a.sequence(), b.sequence()));
    assertThat(sent).isSortedAccordingTo((a, b) -> a.capturedAt().compareTo(b.capturedAt()));
    assertThat(sent)
        .filteredOn(info -> info.type() == FrameType.GAP)
        .noneMatch(info -> info.blindFrom().isAfter(info.capturedAt()));
  }

  private void picture(double seconds) {
    backlog.add(new Picture("one", at(seconds), image(10)));
  }

  /** All there is, as "sequence type seconds". */
  private List<String> said() {
    List<String> said = new ArrayList<>();
    while (!backlog.isEmpty()) {
      FrameInfo info = backlog.poll().info();
      long millis = info.capturedAt().toEpochMilli() - Things.START.toEpochMilli();
      said.add(info.sequence() + " " + info.type() + " " + millis / 1000.0);
    }
    return said;
  }
}
