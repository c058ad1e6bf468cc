package io.sightings.cameras;

import io.sightings.cameras.clip.AccessUnit;
import io.sightings.cameras.clip.LabClip;
import io.sightings.cameras.rtp.RtpPacketizer;
import io.sightings.cameras.rtp.RtpPayload;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;

/** Sends pictures as RTP packets, with reports of the camera's clock between them. */
final class RtpSender implements FrameSender {
  private static final Duration REPORTS = Duration.ofSeconds(5);

  private final RtpPacketizer rtp = new RtpPacketizer(new Random());
  private final SimulatedCamera camera;
  private final MediaChannel channel;
  private long packets;
  private long reportDue = System.nanoTime();

  RtpSender(SimulatedCamera camera, MediaChannel channel) {
    this.camera = camera;
    this.channel = channel;
  }

  /** The sequence number and the time of the first packet, as in the RTP-Info header. */
  String info(long ordinal) {
    return "seq=%d;rtptime=%d".formatted(rtp.nextSequence(), rtp.rtpTime(camera.ticks(ordinal)));
  }

  @Override
  public void send(
      LabClip clip, AccessUnit picture, long ordinal, long frame, CameraBehaviour behaviour)
      throws IOException {
    long ticks = behaviour.ticks(frame, camera.ticks(ordinal), camera.ticks(1));
    if (behaviour.clockError().isPresent() && System.nanoTime() - reportDue >= 0) {
      Duration error = behaviour.clockError().get();
      channel.control(rtp.senderReport(ticks, camera.time(ordinal).plus(error)));
      reportDue = System.nanoTime() + REPORTS.toNanos();
    }
    for (byte[] packet : rtp.packets(RtpPayload.of(clip.codec()), picture, ticks)) {
      if (!behaviour.loses(++packets)) {
        channel.video(packet);
      }
    }
  }
}
