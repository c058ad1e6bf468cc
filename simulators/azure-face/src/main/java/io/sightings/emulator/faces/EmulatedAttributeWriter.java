package io.sightings.emulator.faces;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sightings.emulator.wire.EmulatorJson;
import io.sightings.engine.EngineSettings;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the service says about a face. The local engine knows how it is held, how sharp and how
 * bright it is; glasses, masks, hands before it and noise it does not, and everybody is said to
 * have none.
 */
public final class EmulatedAttributeWriter {
  private static final double NOISE = 0.05;

  /** Cuts of blur and exposure; noise has its own. */
  private static final double LOWER = 0.25;

  private static final double UPPER = 0.75;

  private final EngineSettings.Gate gate;

  public EmulatedAttributeWriter(EngineSettings.Gate gate) {
    this.gate = gate;
  }

  /** Only the attributes asked for. */
  public ObjectNode of(EmulatedFace face, Collection<FaceAttributeType> wanted) {
    ObjectNode node = EmulatorJson.object();
    for (FaceAttributeType attribute : wanted) {
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
                QualityForRecognition.of(face.quality(), gate).name().toLowerCase(Locale.ROOT));
      }
    }
    return node;
  }

  private static void headPose(ObjectNode node, EmulatedFace face) {
    HeadPoseAngles pose = HeadPoseAngles.of(face.landmarks(), face.quality().yaw());
    node.put("pitch", face.measured() ? pose.pitch() : 0)
        .put("roll", pose.roll())
        .put("yaw", pose.yaw());
  }

  /** 0.5 for a face that just passes the gate, 0.25 for one three times as sharp. */
  private void blur(ObjectNode node, EmulatedFace face) {
    double least = gate.minSharpness();
    double value = hundredth((least + 1) / (least + 1 + face.quality().sharpness()));
    node.put("blurLevel", value < LOWER ? "low" : value < UPPER ? "medium" : "high");
    node.put("value", value);
  }

  private static void exposure(ObjectNode node, EmulatedFace face) {
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
