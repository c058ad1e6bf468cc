package io.sightings.ingest.live;

import static io.sightings.ingest.live.Things.at;
import static io.sightings.ingest.live.Things.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.ingest.live.LiveBuffer.Handed;
import io.sightings.ingest.live.LiveBuffer.SourceQueue;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A source, or all of them, is closed. */
class LiveBufferEndTest {
  private static final int MIB = 1 << 20;

  private final LiveBuffer buffer = new LiveBuffer(10 * MIB);
  private final SourceMonitor monitor = new SourceMonitor("door", "url");
  private final SourceQueue door = buffer.queue(Things.source("door"), monitor, "one");
  private final SourceQueue yard =
      buffer.queue(Things.source("yard"), new SourceMonitor("yard", "url"), "one");

  @Test
  void closingWaitsUntilAllHasArrived() throws Exception {
    door.image(image(10), at(0));
    CompletableFuture<Long> closing = closing(door, Duration.ofSeconds(30));
    Handed sent = buffer.take();
    assertThat(closing).isNotDone();

    sent.receipt().onCompletion(null, null);

    assertThat(closing.get(30, TimeUnit.SECONDS)).isZero();
    assertThat(account()).containsExactly(1L, 1L, 0L, 0L, 0L);
  }

  @Test
  void whatDoesNotArriveInTimeIsGivenUpAndCounted() throws Exception {
    for (int i = 0; i < 3; i++) {
      door.image(image(MIB), at(i));
    }
    yard.image(image(10), at(0));
    Handed sent = buffer.poll();

    assertThat(door.close(Duration.ofMillis(50))).isEqualTo(2);

    assertThat(account()).containsExactly(3L, 0L, 2L, 0L, 1L);
    assertThat(buffer.poll().frame().info().source().id()).isEqualTo("yard");
    assertThat(buffer.poll()).isNull();
    sent.receipt().onCompletion(null, null);
    assertThat(account()).containsExactly(3L, 1L, 2L, 0L, 0L);
  }

  @Test
  void afterItsCloseASourceSaysNothing() throws Exception {
    door.close(Duration.ZERO);

    door.image(image(10), at(0));
    door.heartbeat(at(1));

    assertThat(buffer.poll()).isNull();
    assertThat(account()).containsExactly(1L, 0L, 1L, 0L, 0L);
  }

  @Test
  void whoeverSendsIsToldOfTheEnd() throws Exception {
    CompletableFuture<Handed> taking =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return buffer.take();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });

    buffer.close();

    assertThat(taking.get(30, TimeUnit.SECONDS)).isNull();
  }

  /** Pictures of the door that were sampled, published, dropped, rejected, and are held. */
  private List<Long> account() {
    SourceStatus now = monitor.status();
    long held = now.sampled() - now.published() - now.dropped() - now.rejected();
    return List.of(now.sampled(), now.published(), now.dropped(), now.rejected(), held);
  }

  private static CompletableFuture<Long> closing(SourceQueue queue, Duration atMost) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return queue.close(atMost);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
