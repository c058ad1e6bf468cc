package io.sightings.cameras;

import io.sightings.cameras.clip.AccessUnit;
import io.sightings.cameras.clip.ClipCodec;
import io.sightings.cameras.clip.LabClip;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Shows what a camera films on one connection, at the pace at which it is filmed. */
final class CameraPlayer implements Runnable {
  private static final Duration FOR_EVER = Duration.ofDays(1000);

  /** A client that reads too slowly by more than this misses frames. */
  private static final long MAX_BEHIND = TimeUnit.SECONDS.toNanos(2);

  private final Random random = new Random();
  private final SimulatedCamera camera;
  private final FrameSender sender;
  private final ServerConnection connection;
  private CameraBehaviour behaviour;
  private LabClip clip;
  private long ordinal;
  private long frame;

  CameraPlayer(SimulatedCamera camera, FrameSender sender, ServerConnection connection) {
    this.camera = camera;
    this.sender = sender;
    this.connection = connection;
    clip = camera.clip();
    begin(camera.behaviour());
    ordinal = camera.clock().next();
    if (!behaviour.midGop()) {
      toKey();
    }
  }

  /** The frame it begins with. */
  long first() {
    return ordinal;
  }

  @Override
  public void run() {
    try {
      while (connection.open()) {
        if (camera.behaviour() != behaviour) {
          begin(camera.behaviour());
        }
        step();
      }
    } catch (IOException e) {
      connection.end("sending failed: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      connection.end("server closed");
    }
  }

  private void begin(CameraBehaviour next) {
    behaviour = next;
    frame = 0;
  }

  private void step() throws IOException, InterruptedException {
    switch (behaviour.ending(frame)) {
      case STALL -> {
        camera.await(changed -> changed.behaviour() != behaviour || !connection.open(), FOR_EVER);
        toLive();
      }
      case FIN -> connection.fin("closed after " + frame + " frames");
      case RST -> connection.rst("reset after " + frame + " frames");
      case NONE -> show();
    }
  }

  private void show() throws IOException, InterruptedException {
    if (behaviour.speed() == 1 && camera.clock().until(ordinal) < -MAX_BEHIND) {
      toLive();
    }
    chooseClip();
    pause();
    if (camera.behaviour() != behaviour) {
      return;
    }
    AccessUnit picture = clip.picture(ordinal);
    boolean garbled = behaviour.garbles(frame);
    AccessUnit shown = garbled ? RandomBytes.of(picture, clip.codec(), random) : picture;
    connection.throttle(behaviour.bytesPerSecond(frame));
    sender.send(clip, shown, ordinal, frame, behaviour);
    camera.sent(connection.number(), ordinal, garbled);
    ordinal++;
    frame++;
  }

  private void pause() throws InterruptedException {
    double speed = behaviour.speed();
    TimeUnit.NANOSECONDS.sleep(
        speed == 1
            ? camera.clock().until(ordinal)
            : (long) (TimeUnit.SECONDS.toNanos(1) / speed / clip.fps()));
  }

  /** The other clip begins with one of its key frames. */
  private void chooseClip() {
    LabClip chosen = behaviour.clip(frame, camera.clip());
    if (chosen != clip && chosen.picture(ordinal).key()) {
      clip = chosen;
    }
  }

  private void toLive() {
    ordinal = camera.clock().next();
    toKey();
  }

  private void toKey() {
    while (!clip.picture(ordinal).key()) {
      ordinal++;
    }
  }

  /** Random bytes where a picture should be. */
  private static final class RandomBytes {
    private RandomBytes() {}

    /** As large as the picture, the headers of its units kept, its parameter sets too. */
    static AccessUnit of(AccessUnit picture, ClipCodec codec, Random random) {
      return new AccessUnit(
          picture.units().stream()
              .map(unit -> codec.parameters(codec.type(unit)) ? unit : garbled(unit, random))
              .toList(),
          picture.key());
    }

    private static byte[] garbled(byte[] unit, Random random) {
      byte[] bytes = new byte[unit.length];
      random.nextBytes(bytes);
      System.arraycopy(unit, 0, bytes, 0, Math.min(2, unit.length));
      return bytes;
    }
  }
}
