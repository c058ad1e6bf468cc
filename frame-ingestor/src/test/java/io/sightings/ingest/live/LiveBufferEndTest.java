package io.sightings.ingest.live;

import static io.sightings.ingest.live.Things.at;
import static io.sightings.ingest.live.Things.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.ingest.live.LiveBuffer.Handed;
import io.sightings.ingest.live.LiveQueue.Tally;
import io.sightings.ingest.monitor.SourceMonitor;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A source, or all of them, is closed. */
class LiveBufferEndTest {
  private static final int MIB = 1 << 20;

  private final LiveBuffer buffer = new LiveBuffer(10 * MIB);
  private final SourceMonitor monitor = new SourceMonitor("door", "url");
  private final LiveQueue door = buffer.queue(Things.source("door"), monitor, "one");
  private final LiveQueue yard =
      buffer.queue(Things.source("yard"), new SourceMonitor("yard", "url"), "one");

  @Test
  void closingWaitsUntilAllHasArrived() throws Exception {
    door.picture(image(10), at(0));
    CompletableFuture<Long> closing = closing(door, Duration.ofSeconds(30));
    Handed sent = buffer.take();
    assertThat(closing).isNotDone();

    sent.receipt().onCompletion(null, null);

    assertThat(closing.get(30, TimeUnit.SECONDS)).isZero();
    assertThat(door.tally()).isEqualTo(new Tally(1, 1, 0, 0, 0));
  }

  @Test
  void whatDoesNotArriveInTimeIsGivenUpAndCounted() throws Exception {
    for (int i = 0; i < 3; i++) {
      door.picture(image(MIB), at(i));
    }
    yard.picture(image(10), at(0));
    Handed sent = buffer.poll();

    assertThat(door.close(Duration.ofMillis(50))).isEqualTo(2);

    assertThat(door.tally()).isEqualTo(new Tally(3, 0, 2, 0, 1));
    assertThat(buffer.poll().frame().info().source().id()).isEqualTo("yard");
    assertThat(buffer.poll()).isNull();
    sent.receipt().onCompletion(null, null);
    assertThat(door.tally()).isEqualTo(new Tally(3, 1, 2, 0, 0));
  }

  @Test
  void afterItsCloseASourceSaysNothing() throws Exception {
    door.close(Duration.ZERO);

    door.picture(image(10), at(0));
    door.heartbeat(at(1));

    assertThat(buffer.poll()).isNull();
    assertThat(door.tally()).isEqualTo(new Tally(1, 0, 1, 0, 0));
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

  private static CompletableFuture<Long> closing(LiveQueue queue, Duration atMost) {
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
