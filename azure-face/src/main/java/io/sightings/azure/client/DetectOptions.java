package io.sightings.azure.client;

import io.sightings.azure.client.models.FaceApiConstants;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How faces are looked for.
 *
 * @param recognitionModel must be the group's where faces are to be identified
 * @param returnFaceId needs Microsoft's approval of the subscription
 * @param returnFaceAttributes each takes time
 * @param faceIdTimeToLive after which the service deletes a face's features: 60 s to 24 h
 */
@RecordBuilder
public record DetectOptions(
    String detectionModel,
    String recognitionModel,
    boolean returnFaceId,
    boolean returnFaceLandmarks,
    boolean returnRecognitionModel,
    List<String> returnFaceAttributes,
    Duration faceIdTimeToLive)
    implements DetectOptionsBuilder.With {

  /** The newest models and all they tell, without a face id: open to every subscription. */
  public static final DetectOptions DEFAULT =
      new DetectOptions(
          FaceApiConstants.DETECTION_03,
          FaceApiConstants.RECOGNITION_04,
          false,
          false,
          false,
          List.of(
              "qualityForRecognition",
              "headPose",
              "blur",
              "exposure",
              "occlusion",
              "mask",
              "glasses"),
          Duration.ofSeconds(60));

  public DetectOptions {
    returnFaceAttributes = List.copyOf(returnFaceAttributes);
    long seconds = faceIdTimeToLive.toSeconds();
    if (seconds < 60 || seconds > 86_400) {
      throw new IllegalArgumentException(
          "faceIdTimeToLive is " + seconds + "s, allowed is from 60s to 24h");
    }
  }

  public DetectOptions withFaceId(boolean wanted, Duration timeToLive) {
    return withReturnFaceId(wanted).withFaceIdTimeToLive(timeToLive);
  }

  Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("detectionModel", detectionModel);
    query.put("recognitionModel", recognitionModel);
    query.put("returnFaceId", String.valueOf(returnFaceId));
    if (returnFaceLandmarks) {
      query.put("returnFaceLandmarks", "true");
    }
    if (returnRecognitionModel) {
      query.put("returnRecognitionModel", "true");
    }
    if (!returnFaceAttributes.isEmpty()) {
      query.put("returnFaceAttributes", String.join(",", returnFaceAttributes));
    }
    if (returnFaceId) {
      query.put("faceIdTimeToLive", String.valueOf(faceIdTimeToLive.toSeconds()));
    }
    return query;
  }
}
