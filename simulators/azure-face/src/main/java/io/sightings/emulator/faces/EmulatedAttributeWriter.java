package io.sightings.emulator.faces;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sightings.emulator.wire.EmulatorJson;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceQuality;
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

  /**
   * How a head is held, roughly, from five points.
   *
   * @param pitch degrees
   * @param roll degrees: the eyes' slope, clockwise
   * @param yaw degrees
   */
  private record HeadPoseAngles(double pitch, double roll, double yaw) {
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

  /** What the service calls qualityForRecognition. */
  private enum QualityForRecognition {
    /** Does not pass the local engine's gate. */
    LOW,
    /** Good enough to be identified. */
    MEDIUM,
    /** Good enough to enrol somebody with. */
    HIGH;

    /** Shorter side in pixels. */
    private static final double GOOD_SIZE = 80;

    /** Of {@link FaceQuality#yaw()}. */
    private static final double GOOD_TURN = 0.6;

    /** As many times as sharp as it must be to pass the gate. */
    private static final double GOOD_SHARPNESS = 2;

    public static QualityForRecognition of(FaceQuality quality, EngineSettings.Gate gate) {
      if (!quality.judgeable()) {
        return LOW;
      }
      boolean good =
          quality.size() >= GOOD_SIZE
              && Math.abs(quality.yaw()) <= GOOD_TURN
              && quality.sharpness() >= GOOD_SHARPNESS * gate.minSharpness();
      return good ? HIGH : MEDIUM;
    }
  }
}
