package io.sightings.emulator.faces;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sightings.emulator.wire.WireJson;
import io.sightings.engine.EngineSettings;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the service says about a face. The local engine knows how it is held, how sharp and how
 * bright it is; glasses, masks, hands before it and noise it does not, and everybody is said to
 * have none.
 */
public final class EmulatedAttributes {
  private static final double NOISE = 0.05;

  /** Cuts of blur and exposure; noise has its own. */
  private static final double LOWER = 0.25;

  private static final double UPPER = 0.75;

  private final EngineSettings.Gate gate;

  public EmulatedAttributes(EngineSettings.Gate gate) {
    this.gate = gate;
  }

  /** Only the attributes asked for. */
  public ObjectNode of(DetectedPictureFace face, Collection<FaceAttribute> wanted) {
    ObjectNode node = WireJson.object();
    for (FaceAttribute attribute : wanted) {
      switch (attribute) {
        case HEAD_POSE -> headPose(node.putObject("headPose"), face);
        case GLASSES -> node.put("glasses", "noGlasses");
        case OCCLUSION ->
            node.putObject("occlusion")
                .put("foreheadOccluded", false)
                .put("eyeOccluded", false)
                .put("mouthOccluded", false);
        case ACCESSORIES -> node.putArray("accessories");
        case BLUR -> blur(node.putObject("blur"), face);
        case EXPOSURE -> exposure(node.putObject("exposure"), face);
        case NOISE -> node.putObject("noise").put("noiseLevel", "low").put("value", NOISE);
        case MASK -> node.putObject("mask").put("type", "noMask").put("noseAndMouthCovered", false);
        case QUALITY_FOR_RECOGNITION ->
            node.put(
                "qualityForRecognition",
                QualityGrade.of(face.quality(), gate).name().toLowerCase(Locale.ROOT));
      }
    }
    return node;
  }

  private static void headPose(ObjectNode node, DetectedPictureFace face) {
    HeadPoses pose = HeadPoses.of(face.landmarks(), face.quality().yaw());
    node.put("pitch", face.measured() ? pose.pitch() : 0)
        .put("roll", pose.roll())
        .put("yaw", pose.yaw());
  }

  /** 0.5 for a face that just passes the gate, 0.25 for one three times as sharp. */
  private void blur(ObjectNode node, DetectedPictureFace face) {
    double least = gate.minSharpness();
    double value = hundredth((least + 1) / (least + 1 + face.quality().sharpness()));
    node.put("blurLevel", value < LOWER ? "low" : value < UPPER ? "medium" : "high");
    node.put("value", value);
  }

  private static void exposure(ObjectNode node, DetectedPictureFace face) {
    double value = hundredth(brightness(face.crop()));
    node.put(
        "exposureLevel",
        value < LOWER ? "underExposure" : value < UPPER ? "goodExposure" : "overExposure");
    node.put("value", value);
  }

  private static double brightness(byte @Nullable [] crop) {
    if (crop == null) {
      return 0.5;
    }
    long sum = 0;
    for (byte value : crop) {
      sum += value & 0xff;
    }
    return sum / 255.0 / crop.length;
  }

  private static double hundredth(double value) {
    return Math.round(100 * value) / 100.0;
  }
}
