package io.sightings.job.quarantine;

import java.util.List;

/**
 * The frames that one subtask analyses at a moment: what a dead process leaves behind.
 *
 * @param attempt the job's execution attempt; flights of the same attempt belong to living peers
 * @param session the process, within this attempt
 * @param frames may name some that have ended, because an end alone writes no record
 */
public record InFlightFrame(String attempt, String session, List<FlyingFrame> frames) {

  /**
   * @param id the frame's id
   * @param alone whether nothing else was analysed in that process
   */
  public record FlyingFrame(String id, boolean alone) {}

  public InFlightFrame {
    frames = frames == null ? List.of() : List.copyOf(frames);
  }
}
