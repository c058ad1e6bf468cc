package io.sightings.engine.azure.identify;

import io.sightings.engine.Box;
import io.sightings.engine.azure.client.models.FaceDetectionResult;
import io.sightings.engine.azure.client.models.FaceLandmarks;
import io.sightings.engine.azure.client.models.FaceRectangle;
import io.sightings.engine.azure.client.models.LandmarkCoordinate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The service's faces in our terms. */
final class FaceReading {
  private static final float NEAR = 0.5f;

  private FaceReading() {}

  /** Those that have a place. */
  static List<AzureFace> faces(List<FaceDetectionResult> found, String resource, Instant seen) {
    return found.stream()
        .filter(face -> face.faceRectangle() != null)
        .map(
            face ->
                new AzureFace(
                    box(face.faceRectangle()),
                    landmarks(face.faceLandmarks()),
                    face.faceAttributes(),
                    face.faceId(),
                    resource,
                    seen))
        .toList();
  }

  /**
   * The earliest time at which a service that has answered now can have seen a picture: the call
   * may have waited for its turn.
   */
  static Instant seen(Instant asked, Instant now, Duration timeout) {
    Instant earliest = now.minus(timeout);
    return earliest.isAfter(asked) ? earliest : asked;
  }

  /**
   * Of the faces found that which is ours: a margin may show others. Null where its middle is more
   * than half a face away from each.
   */
  static AzureFace nearest(List<AzureFace> found, Box expected) {
    AzureFace nearest = null;
    float least = NEAR;
    for (AzureFace face : found) {
      float x = (face.box().centreX() - expected.centreX()) / expected.width();
      float y = (face.box().centreY() - expected.centreY()) / expected.height();
      float distance = (float) Math.hypot(x, y);
      if (distance <= least) {
        nearest = face;
        least = distance;
      }
    }
    return nearest;
  }

  private static Box box(FaceRectangle r) {
    return new Box(r.left(), r.top(), r.width(), r.height());
  }

  /** The service's left is the picture's, which is the person's right. */
  private static float[] landmarks(FaceLandmarks points) {
    if (points == null) {
      return null;
    }
    LandmarkCoordinate[] five = {
      points.pupilLeft(),
      points.pupilRight(),
      points.noseTip(),
      points.mouthLeft(),
      points.mouthRight()
    };
    float[] xy = new float[10];
    for (int i = 0; i < five.length; i++) {
      if (five[i] == null) {
        return null;
      }
      xy[2 * i] = (float) five[i].x();
      xy[2 * i + 1] = (float) five[i].y();
    }
    return xy;
  }
}
