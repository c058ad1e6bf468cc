package io.sightings.lab;

import io.sightings.lab.clip.AccessUnit;
import io.sightings.lab.clip.LabClip;
import io.sightings.lab.rtp.Payload;
import io.sightings.lab.rtp.RtpStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Sends what a camera films on one connection, at the pace at which it is filmed. */
final class Player implements Runnable {
  private static final Duration REPORTS = Duration.ofSeconds(5);

  private static final Duration FOR_EVER = Duration.ofDays(1000);

  /** A client that reads too slowly by more than this misses frames. */
  private static final long MOST_BEHIND = TimeUnit.SECONDS.toNanos(2);

  private final Random random = new Random();
  private final RtpStream rtp = new RtpStream(random);
  private final Camera camera;
  private final MediaChannel channel;
  private final RtspConnection connection;
  private CameraBehaviour behaviour;
  private LabClip clip;
  private long ordinal;
  private long frame;
  private long packets;
  private long reportDue = System.nanoTime();

  Player(Camera camera, MediaChannel channel, RtspConnection connection) {
    this.camera = camera;
    this.channel = channel;
    this.connection = connection;
    clip = camera.clip();
    begin(camera.behaviour());
    ordinal = camera.clock().next();
    if (!behaviour.midGop()) {
      toKey();
    }
  }

  /** The sequence number and the time of the first packet, as in the RTP-Info header. */
  String info() {
    return "seq=%d;rtptime=%d".formatted(rtp.nextSequence(), rtp.rtpTime(camera.ticks(ordinal)));
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
    packets = 0;
  }

  private void step() throws IOException, InterruptedException {
    switch (behaviour.ending(frame)) {
      case STALL -> {
        camera.await(changed -> changed.behaviour() != behaviour || !connection.open(), FOR_EVER);
        ordinal = camera.clock().next();
        toKey();
      }
      case FIN -> connection.fin("closed after " + frame + " frames");
      case RST -> connection.rst("reset after " + frame + " frames");
      default -> send();
    }
  }

  private void send() throws IOException, InterruptedException {
    chooseClip();
    if (behaviour.speed() != 1) {
      TimeUnit.NANOSECONDS.sleep(
          (long) (TimeUnit.SECONDS.toNanos(1) / behaviour.speed() / clip.fps()));
    } else {
      catchUp();
      TimeUnit.NANOSECONDS.sleep(camera.clock().until(ordinal));
    }
    if (camera.behaviour() != behaviour) {
      return;
    }
    boolean garbled = behaviour.garbles(frame);
    AccessUnit picture = clip.picture(ordinal);
    send(garbled ? Garbage.of(picture, clip.codec(), random) : picture);
    camera.sent(connection.number(), ordinal, garbled);
    ordinal++;
    frame++;
  }

  /** The other clip begins with one of its key frames. */
  private void chooseClip() {
    LabClip chosen = behaviour.clip(frame, camera.clip());
    if (chosen != clip && chosen.picture(ordinal).key()) {
      clip = chosen;
    }
  }

  private void catchUp() {
    if (camera.clock().until(ordinal) < -MOST_BEHIND) {
      ordinal = camera.clock().next();
      toKey();
    }
  }

  private void toKey() {
    while (!clip.picture(ordinal).key()) {
      ordinal++;
    }
  }

  private void send(AccessUnit picture) throws IOException {
    long ticks = behaviour.ticks(frame, camera.ticks(ordinal), camera.ticks(1));
    report(ticks);
    for (byte[] packet : rtp.packets(Payload.of(clip.codec()), picture, ticks)) {
      if (!behaviour.loses(++packets)) {
        channel.video(packet);
      }
    }
  }

  private void report(long ticks) throws IOException {
    if (behaviour.clockError().isPresent() && System.nanoTime() - reportDue >= 0) {
      channel.control(
          rtp.senderReport(ticks, camera.time(ordinal).plus(behaviour.clockError().get())));
      reportDue = System.nanoTime() + REPORTS.toNanos();
    }
  }
}
