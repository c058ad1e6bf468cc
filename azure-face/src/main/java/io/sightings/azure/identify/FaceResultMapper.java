package io.sightings.azure.identify;

import io.sightings.azure.client.models.FaceDetectionResult;
import io.sightings.azure.client.models.FaceLandmarks;
import io.sightings.azure.client.models.FaceLandmarks.LandmarkCoordinate;
import io.sightings.azure.client.models.FaceRectangle;
import io.sightings.contract.FaceBox;
import io.sightings.engine.LocatedFace;
import io.sightings.engine.ServiceDetection;
import io.sightings.engine.ServiceFace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps the faces of a detection. */
final class FaceResultMapper {
  private static final float NEAR = 0.5f;

  private FaceResultMapper() {}

  /** Those that have a place. */
  static List<ServiceDetection> faces(
      List<FaceDetectionResult> found, String resource, Instant seen) {
    return found.stream()
        .filter(face -> face.faceRectangle() != null)
        .map(
            face ->
                new ServiceDetection(
                    new LocatedFace(box(face.faceRectangle()), landmarks(face.faceLandmarks()), 1),
                    new ServiceFace(
                        face.faceId(),
                        resource,
                        seen.toEpochMilli(),
                        FaceAttributeMapper.by(face.faceAttributes()))))
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
  static @Nullable ServiceDetection nearest(List<ServiceDetection> found, FaceBox expected) {
    ServiceDetection nearest = null;
    float least = NEAR;
    for (ServiceDetection face : found) {
      float x = (face.place().box().centreX() - expected.centreX()) / expected.width();
      float y = (face.place().box().centreY() - expected.centreY()) / expected.height();
      float distance = (float) Math.hypot(x, y);
      if (distance <= least) {
        nearest = face;
        least = distance;
      }
    }
    return nearest;
  }

  private static FaceBox box(FaceRectangle r) {
    return new FaceBox(r.left(), r.top(), r.width(), r.height());
  }

  /** The service's left is the picture's, which is the person's right. */
  private static float @Nullable [] landmarks(FaceLandmarks points) {
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
