package io.sightings.ingest.live;

import static io.sightings.ingest.live.Things.at;
import static io.sightings.ingest.live.Things.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Frame;
import io.sightings.contract.FrameInfo;
import io.sightings.contract.FrameType;
import io.sightings.ingest.live.LiveBuffer.Handed;
import io.sightings.ingest.live.LiveBuffer.SourceQueue;
import io.sightings.ingest.monitor.SourceMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order, the numbers and the holes of one source's frames. */
class SourceQueueTest {
  private static final int IMAGES = 4;

  /** What an image takes. */
  private static final int SIZE = 10;

  private static final int AMPLE = 1 << 20;

  /** Has room for some images. */
  private final LiveBuffer buffer = new LiveBuffer(IMAGES * (SIZE + PendingFrame.OVERHEAD));

  private final SourceMonitor monitor = new SourceMonitor("door", "url");
  private final SourceQueue queue = buffer.queue(Things.source("door"), monitor, "one");

  @Test
  void whatIsSaidIsNumberedInItsOrder() {
    picture(1);
    queue.heartbeat(at(2));
    picture(3);
    queue.ended(at(4));

    assertThat(said())
        .containsExactly("0 IMAGE 1.0", "1 HEARTBEAT 2.0", "2 IMAGE 3.0", "3 ENDED 4.0");
  }

  @Test
  void everyDroppedPictureIsAHoleWhereItWas() {
    for (int i = 0; i < IMAGES + 1; i++) {
      picture(i);
    }
    assertThat(said()).containsExactly("1 IMAGE 1.0", "2 IMAGE 2.0", "3 IMAGE 3.0", "4 IMAGE 4.0");

    picture(5);
    tooLargePicture();
    picture(7);
    assertThat(said()).containsExactly("5 IMAGE 5.0", "7 IMAGE 7.0");
  }

  @Test
  void aHoleAtTheEndIsSeenInTheNextFrame() {
    picture(0);
    tooLargePicture();
    assertThat(said()).containsExactly("0 IMAGE 0.0");
    queue.heartbeat(at(2));

    assertThat(said()).containsExactly("2 HEARTBEAT 2.0");
  }

  @Test
  void theOldestPictureIsDroppedAndNotWhatStandsBeforeIt() {
    queue.gap(at(0).at(), at(1));
    queue.heartbeat(at(2));
    for (int i = 0; i < IMAGES + 1; i++) {
      picture(3 + i);
    }
    buffer.resize(AMPLE);

    assertThat(said().subList(0, 3)).containsExactly("0 GAP 1.0", "1 HEARTBEAT 2.0", "3 IMAGE 4.0");
  }

  @Test
  void heartbeatsThatWaitBecomeTheNewest() {
    for (int i = 0; i < 3600; i++) {
      queue.heartbeat(at(i));
    }
    picture(3600);

    assertThat(said()).containsExactly("0 HEARTBEAT 3599.0", "1 IMAGE 3600.0");
  }

  @Test
  void heartbeatsThatAreLeftBesideEachOtherBecomeOne() {
    queue.heartbeat(at(0));
    picture(1);
    queue.heartbeat(at(2));
    buffer.resize(0);

    assertThat(said()).containsExactly("1 HEARTBEAT 2.0");
  }

  @Test
  void gapsThatAreLeftBesideEachOtherBecomeOne() {
    queue.gap(at(0).at(), at(5));
    picture(5);
    queue.heartbeat(at(6));
    queue.gap(at(6).at(), at(9));
    for (int i = 0; i < IMAGES; i++) {
      picture(9 + i);
    }
    buffer.resize(AMPLE);

    Frame gap = next();
    assertThat(gap.info().blindFrom()).isEqualTo(at(0).at());
    assertThat(gap.info().capturedAt()).isEqualTo(at(9).at());
    assertThat(said()).startsWith("2 IMAGE 9.0");
  }

  @Test
  void anotherEpochIsCountedFromZero() {
    picture(1);
    queue.begin("two");
    picture(0);

    assertThat(next().info().id()).isEqualTo("door/one/0");
    assertThat(next().info().id()).isEqualTo("door/two/0");
  }

  @Test
  void heartbeatsTakeNoMemoryWhileTheyWait() {
    picture(0);
    queue.heartbeat(at(1));
    assertThat(buffer.held()).isEqualTo(SIZE + PendingFrame.OVERHEAD);

    buffer.resize(0);
    assertThat(buffer.held()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void howeverItGoesTheHolesAreTheDroppedPicturesAndTheRestIsFew(long seed) {
    Random random = new Random(seed);
    List<FrameInfo> sent = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      switch (random.nextInt(30)) {
        case 0 -> {
          List<FrameInfo> waited = drain();
          long images = waited.stream().filter(info -> info.type() == FrameType.IMAGE).count();
          assertThat(waited.size() - images).isLessThanOrEqualTo(2 * (images + 1));
          sent.addAll(waited);
        }
        case 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 -> picture(i);
        case 11, 12, 13, 14, 15 -> queue.heartbeat(at(i));
        case 16, 17, 18, 19, 20 -> queue.gap(at(i - 1).at(), at(i));
        default -> {
          Handed next = buffer.poll();
          if (next != null) {
            next.receipt().onCompletion(null, null);
            sent.add(next.frame().info());
          }
        }
      }
    }
    sent.addAll(drain());
    picture(20_000);
    sent.addAll(drain());

    assertThat(monitor.status().dropped()).isPositive();
    assertThat(sent.get(sent.size() - 1).sequence() + 1 - sent.size())
        .isEqualTo(monitor.status().dropped());
    assertThat(sent).isSortedAccordingTo((a, b) -> Long.compare(a.sequence(), b.sequence()));
    assertThat(sent).isSortedAccordingTo((a, b) -> a.capturedAt().compareTo(b.capturedAt()));
    assertThat(sent)
        .filteredOn(info -> info.type() == FrameType.GAP)
        .noneMatch(info -> info.blindFrom().isAfter(info.capturedAt()));
  }

  private void picture(double seconds) {
    queue.image(image(SIZE), at(seconds));
  }

  /** One for which there is never room. */
  private void tooLargePicture() {
    queue.image(image(AMPLE), at(0));
  }

  private Frame next() {
    Handed next = buffer.poll();
    next.receipt().onCompletion(null, null);
    return next.frame();
  }

  private List<FrameInfo> drain() {
    List<FrameInfo> waited = new ArrayList<>();
    for (Handed next = buffer.poll(); next != null; next = buffer.poll()) {
      next.receipt().onCompletion(null, null);
      waited.add(next.frame().info());
    }
    return waited;
  }

  /** All there is, as "sequence type seconds". */
  private List<String> said() {
    return drain().stream()
        .map(
            info -> {
              long millis = info.capturedAt().toEpochMilli() - Things.START.toEpochMilli();
              return info.sequence() + " " + info.type() + " " + millis / 1000.0;
            })
        .toList();
  }
}
