package io.sightings.cameras;

import io.sightings.cameras.clip.LabClip;
import io.sightings.cameras.rtp.RtpPacketizer;
import java.time.Duration;

/**
 * What is wrong with the pictures of a camera. Frames are counted from 0 at PLAY, and anew when the
 * behaviour of the camera is changed.
 */
public sealed interface StreamFault {
  /** What happens in place of sending a frame. */
  default StreamEnding ending(long frame) {
    return StreamEnding.NONE;
  }

  /** Time passes so much faster for the camera. */
  default double speed() {
    return 1;
  }

  /** How many bytes go through the connection in a second from this frame on, at most. */
  default int bytesPerSecond(long frame) {
    return Integer.MAX_VALUE;
  }

  /** Whether the frame's content is replaced by random bytes. */
  default boolean garbles(long frame) {
    return false;
  }

  /** Whether a packet of the connection is lost; they are counted from 1. */
  default boolean loses(long packet) {
    return false;
  }

  /** What the camera films from this frame on. */
  default LabClip clip(long frame, LabClip filmed) {
    return filmed;
  }

  /**
   * The frame's timestamp instead of the true one.
   *
   * @param ticks the true one, in ticks of the video's clock
   * @param interval from frame to frame, in ticks
   */
  default long ticks(long frame, long ticks, long interval) {
    return ticks;
  }

  /** The connection stays open, nothing is sent after so many frames. */
  record Stall(long after) implements StreamFault {
    @Override
    public StreamEnding ending(long frame) {
      return frame >= after ? StreamEnding.STALL : StreamEnding.NONE;
    }
  }

  /** The connection is closed after so many frames. */
  record Fin(long after) implements StreamFault {
    @Override
    public StreamEnding ending(long frame) {
      return frame >= after ? StreamEnding.FIN : StreamEnding.NONE;
    }
  }

  /** The connection is reset after so many frames. */
  record Rst(long after) implements StreamFault {
    @Override
    public StreamEnding ending(long frame) {
      return frame >= after ? StreamEnding.RST : StreamEnding.NONE;
    }
  }

  /** Frames come at a fraction of their rate. */
  record Slow(double speed) implements StreamFault {
    public Slow {
      if (!(speed > 0 && speed < 1)) {
        throw new IllegalArgumentException("A slow camera has a speed between 0 and 1: " + speed);
      }
    }
  }

  /** Bytes trickle from some frame on: never silent, and never done with a picture. */
  record Trickle(long after, int rate) implements StreamFault {
    public Trickle {
      if (rate < 1) {
        throw new IllegalArgumentException("At least a byte a second trickles, not " + rate);
      }
    }

    @Override
    public int bytesPerSecond(long frame) {
      return frame >= after ? rate : Integer.MAX_VALUE;
    }
  }

  /** Pictures are random bytes in well-formed packets, for some frames. */
  record Garbage(long from, long frames) implements StreamFault {
    @Override
    public boolean garbles(long frame) {
      return frame >= from && frame - from < frames;
    }
  }

  /** The camera films something else, of another size perhaps, from its next key frame on. */
  record OtherClip(long after, LabClip clip) implements StreamFault {
    @Override
    public LabClip clip(long frame, LabClip filmed) {
      return frame >= after ? clip : filmed;
    }
  }

  /** Timestamps jump once, forward or, if negative, back. */
  record ClockJump(long after, Duration by) implements StreamFault {
    @Override
    public long ticks(long frame, long ticks, long interval) {
      return frame >= after ? ticks + by.toMillis() * RtpPacketizer.CLOCK / 1000 : ticks;
    }
  }

  /** All frames from this one on carry the same timestamp. */
  record FrozenClock(long after) implements StreamFault {
    @Override
    public long ticks(long frame, long ticks, long interval) {
      return frame >= after ? ticks - (frame - after) * interval : ticks;
    }
  }

  /** Every so manieth packet is lost. */
  record Loss(int every) implements StreamFault {
    public Loss {
      if (every < 1) {
        throw new IllegalArgumentException("Every packet at most can be lost, not " + every);
      }
    }

    @Override
    public boolean loses(long packet) {
      return packet % every == 0;
    }
  }

  /** What becomes of a connection on which no more pictures are sent. */
  enum StreamEnding {
    NONE,
    /** It stays open. */
    STALL,
    /** It is closed in good order. */
    FIN,
    /** It is reset. */
    RST
  }
}
