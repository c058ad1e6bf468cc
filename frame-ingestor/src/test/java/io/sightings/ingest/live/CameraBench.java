package io.sightings.ingest.live;

import static io.sightings.ingest.live.Things.START;
import static io.sightings.ingest.live.Things.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Frame;
import io.sightings.contract.FrameType;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.settings.LiveSettings;
import io.sightings.ingest.settings.SampleSettings;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;

/** One camera of a script, and what it sends. */
abstract class CameraBench {
  static final Duration SHORT = Duration.ofMillis(1);

  final List<Frame> sent = new CopyOnWriteArrayList<>();
  private final AtomicInteger settled = new AtomicInteger();
  final LiveBuffer buffer = new LiveBuffer(1 << 20);
  final LiveSender sender =
      new LiveSender(
          buffer,
          (frame, callback) -> {
            // A camera that is stopped waits for the callback alone.
            sent.add(frame);
            callback.onCompletion(null, null);
            settled.incrementAndGet();
          });
  final SourceMonitor monitor = new SourceMonitor("door", "url");
  final ScriptedStream stream = new ScriptedStream();
  final LiveCamera camera = camera(stream, monitor, SHORT);

  CameraBench() {
    sender.start();
  }

  @AfterEach
  void stop() {
    camera.close();
    sender.close();
  }

  LiveCamera camera(ScriptedStream shown, SourceMonitor told, Duration firstPause) {
    LiveSettings live = LiveSettings.defaults();
    LiveEpochs epochs = new LiveEpochs();
    LiveQueue queue = buffer.queue(Things.source(told.id()), told, epochs.next(START));
    StreamPublisher view =
        new StreamPublisher(told, queue, epochs, live, SampleSettings.defaults());
    ReconnectBackoff backoff = new ReconnectBackoff(firstPause, Duration.ofHours(1), new Random(1));
    CameraState state = new CameraState(told);
    return new LiveCamera(
        told.id(), shown, view, state, queue, backoff, live.timeout(), shown.time());
  }

  SourceState state() {
    return monitor.status().state();
  }

  void awaitSent(int frames) {
    await(frames + " frames are sent", () -> settled.get() >= frames);
    assertThat(sent).hasSize(frames);
  }

  String types() {
    return String.join(
        " ", sent.stream().map(frame -> frame.info().type()).map(FrameType::name).toList());
  }
}
