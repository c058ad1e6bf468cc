package io.sightings.emulator.faces;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sightings.emulator.wire.EmulatorJson;
import org.jspecify.annotations.Nullable;

/**
 * The service's 27 points. Five are measured; the others lie where they do on an average face,
 * carried along with the eyes and the mouth. "Left" is the picture's left.
 */
final class ServiceLandmarks {

  /**
   * Across and down, in distances of the eyes and from the eyes to the mouth, from their middle.
   */
  private enum Point {
    EYEBROW_LEFT_OUTER("eyebrowLeftOuter", -0.85, -0.30),
    EYEBROW_LEFT_INNER("eyebrowLeftInner", -0.20, -0.30),
    EYE_LEFT_OUTER("eyeLeftOuter", -0.72, 0.02),
    EYE_LEFT_TOP("eyeLeftTop", -0.50, -0.08),
    EYE_LEFT_BOTTOM("eyeLeftBottom", -0.50, 0.08),
    EYE_LEFT_INNER("eyeLeftInner", -0.28, 0.03),
    EYEBROW_RIGHT_INNER("eyebrowRightInner", 0.20, -0.30),
    EYEBROW_RIGHT_OUTER("eyebrowRightOuter", 0.85, -0.30),
    EYE_RIGHT_INNER("eyeRightInner", 0.28, 0.03),
    EYE_RIGHT_TOP("eyeRightTop", 0.50, -0.08),
    EYE_RIGHT_BOTTOM("eyeRightBottom", 0.50, 0.08),
    EYE_RIGHT_OUTER("eyeRightOuter", 0.72, 0.02),
    NOSE_ROOT_LEFT("noseRootLeft", -0.15, 0.10),
    NOSE_ROOT_RIGHT("noseRootRight", 0.15, 0.10),
    NOSE_LEFT_ALAR_TOP("noseLeftAlarTop", -0.20, 0.45),
    NOSE_RIGHT_ALAR_TOP("noseRightAlarTop", 0.20, 0.45),
    NOSE_LEFT_ALAR_OUT_TIP("noseLeftAlarOutTip", -0.28, 0.60),
    NOSE_RIGHT_ALAR_OUT_TIP("noseRightAlarOutTip", 0.28, 0.60),
    UPPER_LIP_TOP("upperLipTop", 0, 0.92),
    UPPER_LIP_BOTTOM("upperLipBottom", 0, 0.99),
    UNDER_LIP_TOP("underLipTop", 0, 1.02),
    UNDER_LIP_BOTTOM("underLipBottom", 0, 1.14);

    private final String key;
    private final double across;
    private final double down;

    Point(String key, double across, double down) {
      this.key = key;
      this.across = across;
      this.down = down;
    }
  }

  private ServiceLandmarks() {}

  static ObjectNode of(float @Nullable [] five) {
    ObjectNode points = EmulatorJson.object();
    put(points, "pupilLeft", five[0], five[1]);
    put(points, "pupilRight", five[2], five[3]);
    put(points, "noseTip", five[4], five[5]);
    put(points, "mouthLeft", five[6], five[7]);
    put(points, "mouthRight", five[8], five[9]);
    double middleX = (five[0] + five[2]) / 2.0;
    double middleY = (five[1] + five[3]) / 2.0;
    double acrossX = five[2] - five[0];
    double acrossY = five[3] - five[1];
    double downX = (five[6] + five[8]) / 2.0 - middleX;
    double downY = (five[7] + five[9]) / 2.0 - middleY;
    for (Point point : Point.values()) {
      put(
          points,
          point.key,
          middleX + point.across * acrossX + point.down * downX,
          middleY + point.across * acrossY + point.down * downY);
    }
    return points;
  }

  private static void put(ObjectNode points, String key, double x, double y) {
    points.putObject(key).put("x", tenth(x)).put("y", tenth(y));
  }

  private static double tenth(double value) {
    return Math.round(10 * value) / 10.0;
  }
}
