package io.sightings.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.contract.CaptureClock;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.ingest.jpeg.EncodedImage;
import io.sightings.ingest.sample.CaptureTime;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.ProducerSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class SourcePublisherTest {
  private static final CaptureTime NOW =
      new CaptureTime(Instant.parse("2026-11-21T09:30:00Z"), CaptureClock.ARRIVAL);
  private static final Duration WAIT = Duration.ofSeconds(1);
  private static final ProducerSettings KAFKA = IngestorSettings.defaults().kafka();

  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final FramePublisher kafka = new FramePublisher(producer, KAFKA, true);
  private final List<Integer> arrivals = new ArrayList<>();
  private final SourcePublisher source = source(KAFKA.deliveryTimeout(), 0);

  @Test
  void afterAFrameThatDidNotArriveNothingMoreIsSent() throws Exception {
    source.image(image(100), NOW, null);
    source.image(image(100), NOW, null);
    producer.completeNext();
    producer.errorNext(new NotLeaderOrFollowerException("the broker is gone"));

    assertThatThrownBy(() -> source.image(image(100), NOW, null))
        .isInstanceOf(PublishException.class)
        .hasMessageContaining("topic frames at localhost:9092 (the broker is gone)");
    assertThatThrownBy(() -> source.await(WAIT)).isInstanceOf(PublishException.class);
    assertThat(producer.history()).hasSize(2);
    assertThat(arrivals).containsExactly(100);
  }

  @Test
  void aSourceWaitsWhileTooMuchIsOnItsWay() throws Exception {
    int frames = KAFKA.inFlightBytes() / (8 << 20);
    EncodedImage large = image(8 << 20);
    CompletableFuture<Void> sending =
        CompletableFuture.runAsync(
            () -> {
              try {
                for (int i = 0; i < frames; i++) {
                  source.image(large, NOW, null);
                }
              } catch (PublishException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });

    assertThatThrownBy(() -> sending.get(200, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    assertThat(producer.history()).hasSize(frames - 1);
    producer.completeNext();

    sending.get(10, TimeUnit.SECONDS);
    assertThat(producer.history()).hasSize(frames);
  }

  @Test
  void aBrokerThatTakesNothingIsGivenUp() throws Exception {
    SourcePublisher waiting = source(Duration.ofMillis(200), 0);
    waiting.image(image(100), NOW, null);

    assertThatThrownBy(() -> waiting.await(WAIT))
        .isInstanceOf(PublishException.class)
        .hasMessageContaining("no frame has arrived for 200ms");
  }

  @Test
  void aContinuedRunSendsWhatHasNotArrivedBefore() throws Exception {
    SourcePublisher continued = source(KAFKA.deliveryTimeout(), 3);

    assertThat(continued.skips()).isTrue();
    continued.heartbeat(NOW);
    continued.image(image(100), NOW, null);
    assertThat(continued.skips()).isFalse();
    continued.image(image(200), NOW, null);
    continued.ended(NOW);
    producer.completeNext();

    assertThat(continued.await(Duration.ofMillis(10))).isFalse();
    assertThat(continued.mark()).isEqualTo(4);
    producer.completeNext();
    assertThat(continued.await(Duration.ofMillis(10))).isTrue();
    assertThat(continued.mark()).isEqualTo(5);
    assertThat(arrivals).containsExactly(200);
    assertThat(producer.history().stream().map(r -> id(r.headers())))
        .containsExactly("door/one/3", "door/one/4");
  }

  private SourcePublisher source(Duration timeout, long from) {
    return kafka
        .share(KAFKA.inFlightBytes(), timeout)
        .source(SourceInfo.of("door", SourceKind.VIDEO), "one", from, arrivals::add);
  }

  private static String id(Headers headers) {
    return new String(headers.lastHeader("ce_id").value(), StandardCharsets.UTF_8);
  }

  private static EncodedImage image(int bytes) {
    return new EncodedImage(new byte[bytes], "image/jpeg", 10, 10);
  }
}
