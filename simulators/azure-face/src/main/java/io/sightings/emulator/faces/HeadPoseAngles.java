package io.sightings.emulator.faces;

/**
 * How a head is held, roughly, from five points.
 *
 * @param pitch degrees
 * @param roll degrees: the eyes' slope, clockwise
 * @param yaw degrees
 */
record HeadPoseAngles(double pitch, double roll, double yaw) {
  /** How far the nose's tip stands out, in distances of the eyes. */
  private static final double NOSE = 0.55;

  /** Where the nose's tip lies between eyes and mouth when a head is level. */
  private static final double LEVEL = 0.58;

  /**
   * @param five as in {@link EmulatedFace#landmarks()}
   * @param yaw as in {@link io.sightings.engine.FaceQuality#yaw()}: twice the nose's way from the
   *     middle of the eyes, in distances of the eyes, which shrink as the head turns
   */
  static HeadPoseAngles of(float[] five, float yaw) {
    double eyesX = (five[0] + five[2]) / 2.0;
    double eyesY = (five[1] + five[3]) / 2.0;
    double downX = (five[6] + five[8]) / 2.0 - eyesX;
    double downY = (five[7] + five[9]) / 2.0 - eyesY;
    double square = downX * downX + downY * downY;
    double nose =
        square == 0 ? LEVEL : ((five[4] - eyesX) * downX + (five[5] - eyesY) * downY) / square;
    double pitch = Math.toDegrees(Math.atan((LEVEL - nose) / NOSE));
    double roll = Math.toDegrees(Math.atan2(five[3] - five[1], five[2] - five[0]));
    double turn = Math.toDegrees(Math.atan(yaw / (2 * NOSE)));
    return new HeadPoseAngles(tenth(pitch), tenth(roll), tenth(turn));
  }

  private static double tenth(double value) {
    return Math.round(10 * value) / 10.0;
  }
}
