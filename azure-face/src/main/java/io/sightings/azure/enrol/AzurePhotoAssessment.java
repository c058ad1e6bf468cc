package io.sightings.azure.enrol;

import io.sightings.azure.client.models.FaceApiConstants;
import io.sightings.azure.client.models.FaceAttributes;
import io.sightings.azure.client.models.FaceDetectionResult;
import io.sightings.azure.client.models.FaceRectangle;
import io.sightings.azure.settings.EnrolmentSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the service's look at a photo says: whether it may stand for a person.
 *
 * @param target which face; null where there is no other
 * @param fault why it may not, as a sentence; empty where it may
 */
record AzurePhotoAssessment(@Nullable FaceRectangle target, String fault) {
  /** A face in the background, not a second person: less than this share of the largest face. */
  private static final double BACKGROUND = 0.25;

  private static final double TURNED = 30;

  static AzurePhotoAssessment of(List<FaceDetectionResult> found, EnrolmentSettings settings) {
    List<FaceDetectionResult> faces =
        found.stream().filter(face -> face.faceRectangle() != null).toList();
    if (faces.isEmpty()) {
      return new AzurePhotoAssessment(null, "The service finds no face on the photo.");
    }
    FaceDetectionResult face = faces.get(0); // the largest comes first
    long area = face.faceRectangle().area();
    long sitters =
        faces.stream().filter(f -> f.faceRectangle().area() >= BACKGROUND * area).count();
    if (sitters > 1) {
      return new AzurePhotoAssessment(
          null, "There are " + sitters + " faces on the photo; it must show one person.");
    }
    FaceAttributes attributes = face.faceAttributes();
    String quality = attributes == null ? null : attributes.qualityForRecognition();
    if (!settings.enough(quality)) {
      return new AzurePhotoAssessment(
          null,
          "The service finds the face's quality for recognition %s; %s is needed%s."
              .formatted(quality, settings.minQuality(), reasons(face)));
    }
    return new AzurePhotoAssessment(faces.size() > 1 ? face.faceRectangle() : null, "");
  }

  private static String reasons(FaceDetectionResult face) {
    List<String> reasons = new ArrayList<>();
    FaceRectangle box = face.faceRectangle();
    FaceAttributes about = face.faceAttributes();
    if (Math.min(box.width(), box.height()) < 100) {
      reasons.add("it is small: " + box.width() + "x" + box.height() + " pixels");
    }
    if (about.blur() != null && about.blur().value() > 0.5) {
      reasons.add(String.format(Locale.ROOT, "blurred: %.1f of 1", about.blur().value()));
    }
    if (about.mask() != null && FaceApiConstants.FACE_MASK.equals(about.mask().type())) {
      reasons.add("masked");
    }
    if (FaceApiConstants.SUNGLASSES.equals(about.glasses())) {
      reasons.add("behind sunglasses");
    }
    if (about.headPose() != null
        && Math.max(Math.abs(about.headPose().yaw()), Math.abs(about.headPose().pitch()))
            > TURNED) {
      reasons.add("turned away");
    }
    return reasons.isEmpty() ? "" : " (" + String.join(", ", reasons) + ")";
  }
}
