package io.sightings.azure.identify;

import io.sightings.azure.client.models.FaceAttributes;
import io.sightings.contract.Sighting.Attributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps the attributes of the service to those of the contract. */
final class FaceAttributeMapper {

  private FaceAttributeMapper() {}

  /** Returns null if the service sent no attributes. */
  static @Nullable Attributes by(FaceAttributes said) {
    if (said == null) {
      return null;
    }
    FaceAttributes.HeadPose pose = said.headPose();
    return new Attributes(
        pose == null ? null : pose.pitch(),
        pose == null ? null : pose.roll(),
        pose == null ? null : pose.yaw(),
        said.blur() == null ? null : said.blur().blurLevel(),
        said.exposure() == null ? null : said.exposure().exposureLevel(),
        said.qualityForRecognition(),
        said.mask() == null ? null : said.mask().type(),
        said.glasses(),
        occluded(said.occlusion()));
  }

  private static @Nullable List<String> occluded(FaceAttributes.Occlusion said) {
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
