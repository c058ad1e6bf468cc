package io.sightings.emulator.faces;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sightings.contract.FaceBox;
import io.sightings.emulator.wire.EmulatorJson;

/** The parts of a detected face that every caller gets. */
public final class EmulatedFaceWriter {
  private EmulatedFaceWriter() {}

  /** Whole pixels inside the picture, top first. */
  public static ObjectNode rectangle(FaceBox box, int width, int height) {
    int left = clamp(Math.round(box.x()), width - 1);
    int top = clamp(Math.round(box.y()), height - 1);
    int right = clamp(Math.round(box.x() + box.width()), width);
    int bottom = clamp(Math.round(box.y() + box.height()), height);
    return EmulatorJson.object()
        .put("top", top)
        .put("left", left)
        .put("width", Math.max(1, right - left))
        .put("height", Math.max(1, bottom - top));
  }

  /** Those of the service's 27 points that are measured. "Left" is the picture's left. */
  public static ObjectNode landmarks(EmulatedFace face) {
    return landmarks(face.landmarks());
  }

  private static int clamp(int value, int most) {
    return Math.max(0, Math.min(most, value));
  }

  private static ObjectNode landmarks(float[] five) {
    ObjectNode points = EmulatorJson.object();
    put(points, "pupilLeft", five[0], five[1]);
    put(points, "pupilRight", five[2], five[3]);
    put(points, "noseTip", five[4], five[5]);
    put(points, "mouthLeft", five[6], five[7]);
    put(points, "mouthRight", five[8], five[9]);
    return points;
  }

  private static void put(ObjectNode points, String key, double x, double y) {
    points.putObject(key).put("x", tenth(x)).put("y", tenth(y));
  }

  private static double tenth(double value) {
    return Math.round(10 * value) / 10.0;
  }
}
