package io.sightings.job.detect;

import io.sightings.contract.Sighting.Attributes;
import io.sightings.engine.azure.client.models.FaceAttributes;
import io.sightings.engine.azure.client.models.HeadPose;
import io.sightings.engine.azure.client.models.OcclusionProperties;
import java.util.ArrayList;
import java.util.List;

/** What a service says about a face, in the words of the contract. */
public final class Attributed {

  private Attributed() {}

  /** Null where nothing is said. */
  public static Attributes by(FaceAttributes said) {
    if (said == null) {
      return null;
    }
    HeadPose pose = said.headPose();
    return new Attributes(
        pose == null ? null : pose.pitch(),
        pose == null ? null : pose.roll(),
        pose == null ? null : pose.yaw(),
        said.blur() == null ? null : text(said.blur().blurLevel()),
        said.exposure() == null ? null : text(said.exposure().exposureLevel()),
        text(said.qualityForRecognition()),
        said.mask() == null ? null : text(said.mask().type()),
        text(said.glasses()),
        occluded(said.occlusion()));
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  private static List<String> occluded(OcclusionProperties said) {
    if (said == null) {
      return null;
    }
    List<String> covered = new ArrayList<>();
    if (said.foreheadOccluded()) {
      covered.add("forehead");
    }
    if (said.eyeOccluded()) {
      covered.add("eyes");
    }
    if (said.mouthOccluded()) {
      covered.add("mouth");
    }
    return List.copyOf(covered);
  }
}
