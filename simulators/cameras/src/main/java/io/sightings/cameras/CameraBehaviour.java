package io.sightings.cameras;

import io.sightings.cameras.StreamFault.StreamEnding;
import io.sightings.cameras.clip.LabClip;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a camera does, right and wrong: {@code good().stallAfter(30).joiningMidGop()}.
 *
 * @param handshake how it answers
 * @param faults what is wrong with its pictures
 * @param midGop whether a connection begins with any frame, not only with a key frame
 * @param clockError how far the clock is off that it tells in RTCP sender reports; empty if it
 *     sends none
 * @param served how many connections it serves; later ones are reset
 */
public record CameraBehaviour(
    CameraHandshake handshake,
    List<StreamFault> faults,
    boolean midGop,
    Optional<Duration> clockError,
    long served) {
  private static final CameraBehaviour GOOD = answering(CameraHandshake.PROPER);

  public CameraBehaviour {
    faults = List.copyOf(faults);
  }

  /** Everything as it should be. */
  public static CameraBehaviour good() {
    return GOOD;
  }

  public static CameraBehaviour answering(CameraHandshake handshake) {
    return new CameraBehaviour(
        handshake, List.of(), false, Optional.of(Duration.ZERO), Long.MAX_VALUE);
  }

  /** {@link CameraHandshake#SILENT}. */
  public static CameraBehaviour silent() {
    return answering(CameraHandshake.SILENT);
  }

  /** {@link CameraHandshake#NO_DESCRIBE}. */
  public static CameraBehaviour noDescribe() {
    return answering(CameraHandshake.NO_DESCRIBE);
  }

  /** {@link CameraHandshake#UNAUTHORIZED}. */
  public static CameraBehaviour unauthorized() {
    return answering(CameraHandshake.UNAUTHORIZED);
  }

  /** {@link CameraHandshake#NOT_FOUND}. */
  public static CameraBehaviour notFound() {
    return answering(CameraHandshake.NOT_FOUND);
  }

  /** {@link StreamFault.Stall}. */
  public CameraBehaviour stallAfter(long frames) {
    return with(new StreamFault.Stall(frames));
  }

  /** {@link StreamFault.Fin}. */
  public CameraBehaviour finAfter(long frames) {
    return with(new StreamFault.Fin(frames));
  }

  /** {@link StreamFault.Rst}. */
  public CameraBehaviour rstAfter(long frames) {
    return with(new StreamFault.Rst(frames));
  }

  /** {@link StreamFault.Slow}. */
  public CameraBehaviour slow(double speed) {
    return with(new StreamFault.Slow(speed));
  }

  /** {@link StreamFault.Trickle}; not by UDP. */
  public CameraBehaviour trickleAfter(long frames, int bytesPerSecond) {
    return with(new StreamFault.Trickle(frames, bytesPerSecond));
  }

  /** {@link StreamFault.Garbage}. */
  public CameraBehaviour garbage(long from, long frames) {
    return with(new StreamFault.Garbage(from, frames));
  }

  /** {@link StreamFault.Garbage} without end. */
  public CameraBehaviour garbageFrom(long frame) {
    return garbage(frame, Long.MAX_VALUE);
  }

  /** {@link StreamFault.OtherClip}: of the same codec and frame rate. */
  public CameraBehaviour clipAfter(long frames, LabClip clip) {
    return with(new StreamFault.OtherClip(frames, clip));
  }

  /** {@link StreamFault.ClockJump}. */
  public CameraBehaviour clockJump(long after, Duration by) {
    return with(new StreamFault.ClockJump(after, by));
  }

  /** {@link StreamFault.FrozenClock}. */
  public CameraBehaviour frozenClock(long after) {
    return with(new StreamFault.FrozenClock(after));
  }

  /** {@link StreamFault.Loss}. */
  public CameraBehaviour losing(int every) {
    return with(new StreamFault.Loss(every));
  }

  public CameraBehaviour with(StreamFault fault) {
    List<StreamFault> more = new ArrayList<>(faults);
    more.add(fault);
    return new CameraBehaviour(handshake, more, midGop, clockError, served);
  }

  public CameraBehaviour joiningMidGop() {
    return new CameraBehaviour(handshake, faults, true, clockError, served);
  }

  /** Sends no RTCP sender reports, so that nobody learns the time of its clock. */
  public CameraBehaviour withoutClock() {
    return new CameraBehaviour(handshake, faults, midGop, Optional.empty(), served);
  }

  public CameraBehaviour clockError(Duration error) {
    return new CameraBehaviour(handshake, faults, midGop, Optional.of(error), served);
  }

  /** Resets every connection after so many of its life. */
  public CameraBehaviour serving(long connections) {
    return new CameraBehaviour(handshake, faults, midGop, clockError, connections);
  }

  StreamEnding ending(long frame) {
    return faults.stream()
        .map(fault -> fault.ending(frame))
        .filter(ending -> ending != StreamEnding.NONE)
        .findFirst()
        .orElse(StreamEnding.NONE);
  }

  double speed() {
    return faults.stream().mapToDouble(StreamFault::speed).reduce(1, (a, b) -> a * b);
  }

  int bytesPerSecond(long frame) {
    return faults.stream()
        .mapToInt(fault -> fault.bytesPerSecond(frame))
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  boolean garbles(long frame) {
    return faults.stream().anyMatch(fault -> fault.garbles(frame));
  }

  boolean loses(long packet) {
    return faults.stream().anyMatch(fault -> fault.loses(packet));
  }

  LabClip clip(long frame, LabClip filmed) {
    LabClip clip = filmed;
    for (StreamFault fault : faults) {
      clip = fault.clip(frame, clip);
    }
    return clip;
  }

  long ticks(long frame, long ticks, long interval) {
    long told = ticks;
    for (StreamFault fault : faults) {
      told = fault.ticks(frame, told, interval);
    }
    return told;
  }
}
