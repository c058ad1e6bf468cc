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
import io.sightings.ingest.monitor.SourceStatus;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;

class LiveBufferTest {
  private static final int MIB = 1 << 20;

  private final LiveBuffer buffer = new LiveBuffer(10 * MIB);
  private final SourceMonitor monitor = new SourceMonitor("door", "url");
  private final SourceQueue door = buffer.queue(Things.source("door"), monitor, "one");
  private final SourceMonitor yardMonitor = new SourceMonitor("yard", "url");
  private final SourceQueue yard = buffer.queue(Things.source("yard"), yardMonitor, "one");

  @Test
  void whatArrivesIsPublished() {
    door.image(image(1000), at(0));
    Handed sent = buffer.poll();
    assertThat(buffer.held()).isEqualTo(1000 + PendingFrame.OVERHEAD);

    sent.receipt().onCompletion(null, null);

    assertThat(account()).containsExactly(1L, 1L, 0L, 0L, 0L);
    assertThat(monitor.status().published()).isEqualTo(1);
    assertThat(monitor.status().bytes()).isEqualTo(1000);
    assertThat(buffer.held()).isZero();
  }

  @Test
  void anHourWithoutKafkaLeavesTheNewestPicturesWithinTheBound() {
    for (int i = 0; i < 5 * 3600; i++) {
      door.image(image(100_000), at(i * 0.2));
      assertThat(buffer.held()).isLessThanOrEqualTo(10 * MIB);
    }

    List<FrameInfo> left = drain();
    long dropped = monitor.status().dropped();
    assertThat(left).hasSizeGreaterThan(95);
    assertThat(left.get(0).sequence()).isEqualTo(dropped);
    assertThat(left.get(left.size() - 1).capturedAt()).isEqualTo(at(3599.8).at());
    assertThat(dropped + left.size()).isEqualTo(5 * 3600);
  }

  @Test
  void theSourceThatHoldsMostGivesUpItsOldest() {
    for (int i = 0; i < 8; i++) {
      door.image(image(MIB), at(i));
    }
    yard.image(image(MIB), at(8));

    for (int i = 0; i < 4; i++) {
      yard.image(image(MIB), at(9 + i));
    }

    assertThat(monitor.status().dropped()).isEqualTo(4);
    assertThat(yardMonitor.status().dropped()).isZero();
  }

  @Test
  void whatIsOnItsWayIsASmallPart() {
    for (int i = 0; i < 9; i++) {
      door.image(image(MIB), at(i));
    }

    assertThat(poll()).hasSize(2);
  }

  @Test
  void aPictureLargerThanTheWayOutPassesAlone() {
    door.image(image(5 * MIB), at(0));
    door.image(image(100), at(1));

    assertThat(poll()).hasSize(1);
  }

  @Test
  void aPictureLargerThanAllTheMemoryIsDroppedAndNothingElse() {
    door.image(image(100), at(0));

    door.image(image(11 * MIB), at(1));
    door.image(image(100), at(2));

    assertThat(drain().stream().map(FrameInfo::sequence)).containsExactly(0L, 2L);
    assertThat(account()).containsExactly(3L, 2L, 1L, 0L, 0L);
  }

  @Test
  void sourcesTakeTurns() {
    for (int i = 0; i < 3; i++) {
      door.image(image(10), at(i));
    }
    for (int i = 0; i < 3; i++) {
      yard.image(image(10), at(i));
    }

    assertThat(drain().stream().map(FrameInfo::id))
        .containsExactly(
            "door/one/0", "yard/one/0", "door/one/1", "yard/one/1", "door/one/2", "yard/one/2");
  }

  @Test
  void aPictureKafkaRefusesIsRejectedAndTheSourceGoesOn() {
    door.image(image(1000), at(0));
    buffer.poll().receipt().onCompletion(null, new RecordTooLargeException("too large"));
    door.image(image(10), at(1));
    buffer.poll().receipt().onCompletion(null, null);

    assertThat(account()).containsExactly(2L, 1L, 0L, 1L, 0L);
    assertThat(monitor.status().rejected()).isEqualTo(1);
    assertThat(monitor.status().lastError()).contains("1000 bytes", "max.message.bytes");
  }

  @Test
  void aPictureThatDoesNotArriveForAnotherReasonIsDropped() {
    door.image(image(1000), at(0));

    buffer.poll().receipt().onCompletion(null, new NotLeaderOrFollowerException("gone"));

    assertThat(account()).containsExactly(1L, 0L, 1L, 0L, 0L);
  }

  @Test
  void aReceiptCountsOnce() {
    door.image(image(1000), at(0));
    Handed sent = buffer.poll();

    sent.receipt().onCompletion(null, null);
    sent.receipt().onCompletion(null, new NotLeaderOrFollowerException("gone"));

    assertThat(account()).containsExactly(1L, 1L, 0L, 0L, 0L);
    assertThat(buffer.held()).isZero();
  }

  @Test
  void aPictureThatCannotBeEncodedIsSampledAndRejected() {
    door.rejected("too many pixels");

    assertThat(account()).containsExactly(1L, 0L, 0L, 1L, 0L);
  }

  @Test
  void lessMemoryIsMadeDoWithAtOnce() {
    for (int i = 0; i < 9; i++) {
      door.image(image(MIB), at(i));
    }

    buffer.resize(3 * MIB);

    assertThat(buffer.held()).isLessThanOrEqualTo(3 * MIB);
    assertThat(account()).containsExactly(9L, 0L, 7L, 0L, 2L);
  }

  @Test
  void heartbeatsAndGapsAreNeverDropped() {
    door.gap(at(0).at(), at(1));
    door.image(image(MIB), at(2));
    for (int i = 0; i < 50; i++) {
      yard.image(image(MIB), at(3 + i));
      door.heartbeat(at(3 + i));
    }

    assertThat(drain())
        .filteredOn(info -> info.source().id().equals("door"))
        .extracting(FrameInfo::type)
        .containsExactly(FrameType.GAP, FrameType.IMAGE, FrameType.HEARTBEAT);
  }

  /** Pictures of the door that were sampled, published, dropped, rejected, and are held. */
  private List<Long> account() {
    SourceStatus now = monitor.status();
    long held = now.sampled() - now.published() - now.dropped() - now.rejected();
    return List.of(now.sampled(), now.published(), now.dropped(), now.rejected(), held);
  }

  /** What can be handed over now. */
  private List<Handed> poll() {
    List<Handed> handed = new ArrayList<>();
    for (Handed next = buffer.poll(); next != null; next = buffer.poll()) {
      handed.add(next);
    }
    return handed;
  }

  /** All there is, each arriving at once. */
  private List<FrameInfo> drain() {
    List<FrameInfo> sent = new ArrayList<>();
    for (Handed next = buffer.poll(); next != null; next = buffer.poll()) {
      Frame frame = next.frame();
      sent.add(frame.info());
      next.receipt().onCompletion(null, null);
    }
    return sent;
  }
}
