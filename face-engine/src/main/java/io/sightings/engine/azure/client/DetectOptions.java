package io.sightings.engine.azure.client;

import io.sightings.engine.azure.client.models.FaceAttributeType;
import io.sightings.engine.azure.client.models.FaceDetectionModel;
import io.sightings.engine.azure.client.models.FaceRecognitionModel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How faces are looked for.
 *
 * @param recognitionModel must be the group's where faces are to be identified
 * @param returnFaceId needs Microsoft's approval of the subscription
 * @param returnFaceAttributes each takes time
 * @param faceIdTimeToLive after which the service deletes a face's features: 60 s to 24 h
 */
public record DetectOptions(
    FaceDetectionModel detectionModel,
    FaceRecognitionModel recognitionModel,
    boolean returnFaceId,
    boolean returnFaceLandmarks,
    boolean returnRecognitionModel,
    List<FaceAttributeType> returnFaceAttributes,
    Duration faceIdTimeToLive) {

  /** The newest models and all they tell, without a face id: open to every subscription. */
  public static final DetectOptions DEFAULT =
      new DetectOptions(
          FaceDetectionModel.DETECTION_03,
          FaceRecognitionModel.RECOGNITION_04,
          false,
          false,
          false,
          List.of(
              FaceAttributeType.QUALITY_FOR_RECOGNITION,
              FaceAttributeType.HEAD_POSE,
              FaceAttributeType.BLUR,
              FaceAttributeType.EXPOSURE,
              FaceAttributeType.OCCLUSION,
              FaceAttributeType.MASK,
              FaceAttributeType.GLASSES),
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
    return new DetectOptions(
        detectionModel,
        recognitionModel,
        wanted,
        returnFaceLandmarks,
        returnRecognitionModel,
        returnFaceAttributes,
        timeToLive);
  }

  public DetectOptions withLandmarks(boolean wanted) {
    return new DetectOptions(
        detectionModel,
        recognitionModel,
        returnFaceId,
        wanted,
        returnRecognitionModel,
        returnFaceAttributes,
        faceIdTimeToLive);
  }

  public DetectOptions withModels(FaceDetectionModel detection, FaceRecognitionModel recognition) {
    return new DetectOptions(
        detection,
        recognition,
        returnFaceId,
        returnFaceLandmarks,
        returnRecognitionModel,
        returnFaceAttributes,
        faceIdTimeToLive);
  }

  public DetectOptions withAttributes(List<FaceAttributeType> wanted) {
    return new DetectOptions(
        detectionModel,
        recognitionModel,
        returnFaceId,
        returnFaceLandmarks,
        returnRecognitionModel,
        wanted,
        faceIdTimeToLive);
  }

  Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("detectionModel", detectionModel.value());
    query.put("recognitionModel", recognitionModel.value());
    query.put("returnFaceId", String.valueOf(returnFaceId));
    if (returnFaceLandmarks) {
      query.put("returnFaceLandmarks", "true");
    }
    if (returnRecognitionModel) {
      query.put("returnRecognitionModel", "true");
    }
    if (!returnFaceAttributes.isEmpty()) {
      query.put(
          "returnFaceAttributes",
          returnFaceAttributes.stream()
              .map(FaceAttributeType::value)
              .collect(Collectors.joining(",")));
    }
    if (returnFaceId) {
      query.put("faceIdTimeToLive", String.valueOf(faceIdTimeToLive.toSeconds()));
    }
    return query;
  }
}
