package io.sightings.ingest.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.sightings.contract.image.ImageLimits;
import io.sightings.contract.security.KafkaSecurity;
import io.sightings.ingest.monitor.SourceMonitors;
import io.sightings.ingest.monitor.SourceStatus;
import io.sightings.ingest.publish.KafkaLink;
import io.sightings.ingest.publish.PublishException;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.ProducerSettings;
import io.sightings.ingest.settings.SourceSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Kafka is away all the time. */
class IngestServiceTest {
  private static final SourceSettings DOOR = SourceSettings.stream("door", "rtsp://10.0.0.5/1");
  private static final SourceSettings YARD = SourceSettings.stream("yard", "rtsp://10.0.0.6/1");

  private final RecordedFactory factory = new RecordedFactory();
  private final IngestorSettings settings = settings();
  private final IngestService service = service(settings.withSources(List.of(DOOR, YARD)));

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void allSourcesAreStarted() {
    await("both stream", () -> states().equals("door STREAMING, yard STREAMING"));

    assertThat(factory.events()).containsExactlyInAnyOrder("start door", "start yard");
    assertThat(service.source("door")).contains(DOOR);
    assertThat(service.source("gate")).isEmpty();
    assertThat(service.ready()).isFalse();
    assertThat(service.kafka().problem()).contains("Kafka");
  }

  @Test
  void onlyWhatChangesIsTouched() {
    awaitEvents(2);
    SourceSettings desk = SourceSettings.webcam("desk", "/dev/video0");

    SettingsChanges changes = service.apply(settings.withSources(List.of(YARD, desk)));

    awaitEvents(4);
    assertThat(factory.events()).contains("end door", "start desk");
    assertThat(changes.added()).containsExactly("desk");
    assertThat(changes.removed()).containsExactly("door");
    await("the door is forgotten", () -> states().equals("desk STREAMING, yard STREAMING"));
    assertThat(service.source("door")).isEmpty();
  }

  @Test
  void whatChangesStopsBeforeItStartsAnewAndKeepsItsCounts() {
    awaitEvents(2);
    service.monitors().of("door", "url").sampled();
    SourceSettings moved = SourceSettings.stream("door", "rtsp://10.0.0.7/1");

    service.apply(settings.withSources(List.of(moved, YARD)));

    awaitEvents(4);
    assertThat(factory.events().subList(2, 4)).containsExactly("close door", "start door");
    assertThat(status("door").sampled()).isEqualTo(1);
  }

  @Test
  void aSourceThatDoesNotStopDelaysNobodyElse() {
    awaitEvents(2);
    factory.hang("door");
    SourceSettings desk = SourceSettings.webcam("desk", "/dev/video0");

    service.apply(settings.withSources(List.of(desk)));
    await("the others are done", () -> states().equals("desk STREAMING, door STREAMING"));
    // It comes back before it has gone.
    service.apply(settings.withSources(List.of(desk, DOOR)));
    service.apply(settings.withSources(List.of(desk)));
    service.apply(settings.withSources(List.of(desk, DOOR)));
    assertThat(factory.events()).filteredOn("start door"::equals).hasSize(1);

    factory.letGo("door");

    awaitEvents(8);
    assertThat(factory.events())
        .filteredOn(event -> event.endsWith("door"))
        .containsExactly("start door", "end door", "start door", "end door", "start door");
    await("both stream", () -> states().equals("desk STREAMING, door STREAMING"));
  }

  @Test
  void anotherKindOfSourceUnderTheSameNameIsCountedAnew() {
    awaitEvents(2);
    service.monitors().of("door", "url").sampled();

    service.apply(
        settings.withSources(List.of(SourceSettings.webcam("door", "/dev/video0"), YARD)));

    awaitEvents(4);
    assertThat(factory.events().subList(2, 4)).containsExactly("end door", "start door");
    assertThat(status("door").type()).isEqualTo("device");
    assertThat(status("door").sampled()).isZero();
  }

  @Test
  void aSourceThatCannotBeMadeFailsAloneAndSaysWhy() {
    awaitEvents(2);
    SourceSettings bad = SourceSettings.stream("bad", "impossible://");

    service.apply(settings.withSources(List.of(DOOR, bad, YARD)));

    await("it has failed", () -> states().equals("bad FAILED, door STREAMING, yard STREAMING"));
    assertThat(status("bad").lastError()).isEqualTo("cannot be started: no such thing");
  }

  @Test
  void whatCannotBeChangedNowStaysAsItIs() {
    IngestorSettings other =
        settings
            .withSources(List.of(DOOR, YARD))
            .withState("elsewhere")
            .withKafka(settings.kafka().withTopic("other"));

    SettingsChanges changes = service.apply(other);

    assertThat(changes.ignored()).containsExactly("kafka", "state");
    assertThat(service.settings().state()).isEqualTo(settings.state());
    assertThat(service.settings().kafka()).isEqualTo(settings.kafka());
    assertThat(factory.applied()).isEqualTo(service.settings());
  }

  @Test
  void settingsThatContradictWhatCannotBeChangedAreRefusedAsAWhole() {
    awaitEvents(2);
    ProducerSettings wide =
        new ProducerSettings(
            "127.0.0.1:1",
            "frames",
            true,
            4,
            32 << 20,
            64 << 20,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            KafkaSecurity.none(),
            Map.of());
    IngestorSettings larger =
        settings.withKafka(wide).withImage(ImageLimits.of(16 << 20, 50_000_000));

    assertThatIllegalArgumentException().isThrownBy(() -> service.apply(larger));

    assertThat(service.source("door")).contains(DOOR);
  }

  @Test
  void whoeverAsksHasAllTriedAgain() {
    awaitEvents(2);

    service.retry();

    assertThat(factory.events()).contains("retry door", "retry yard");
  }

  @Test
  void closingStopsAllAndThenWhatTheyShare() {
    awaitEvents(2);

    service.close();
    service.close();

    assertThat(factory.events().subList(2, 5))
        .containsExactlyInAnyOrder("close door", "close yard", "close all")
        .last()
        .isEqualTo("close all");
    assertThatIllegalStateException().isThrownBy(() -> service.apply(settings));
  }

  private IngestService service(IngestorSettings first) {
    try {
      return IngestService.start(
          first,
          KafkaLink.open(first.kafka()),
          Arrays.stream(SourceType.values())
              .collect(Collectors.toMap(Function.identity(), type -> factory)),
          new SourceMonitors());
    } catch (PublishException e) {
      throw new IllegalStateException(e);
    }
  }

  private static IngestorSettings settings() {
    IngestorSettings defaults = IngestorSettings.defaults();
    return defaults.withKafka(
        defaults.kafka().withBootstrap("127.0.0.1:1").withConnectTimeout(Duration.ofMillis(200)));
  }

  private SourceStatus status(String id) {
    return service.monitors().status().stream()
        .filter(source -> source.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private String states() {
    return String.join(
        ", ",
        service.monitors().status().stream()
            .map(source -> source.id() + " " + source.state().name())
            .toList());
  }

  private void awaitEvents(int count) {
    await(count + " events", () -> factory.events().size() >= count);
    assertThat(factory.events()).hasSize(count);
  }

  private static void await(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("waited in vain: " + what);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }
}
