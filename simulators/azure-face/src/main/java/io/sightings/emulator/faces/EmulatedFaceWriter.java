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

  public static ObjectNode landmarks(EmulatedFace face) {
    return ServiceLandmarks.of(face.landmarks());
  }

  private static int clamp(int value, int most) {
    return Math.max(0, Math.min(most, value));
  }
}
