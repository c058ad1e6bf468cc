package io.sightings.azure.client.models;

/**
 * A face that was found.
 *
 * @param faceId names its stored features until they expire; null where none was asked for
 * @param recognitionModel null unless asked for
 * @param faceLandmarks null unless asked for
 * @param faceAttributes null unless asked for
 */
public record FaceDetectionResult(
    String faceId,
    String recognitionModel,
    FaceRectangle faceRectangle,
    FaceLandmarks faceLandmarks,
    FaceAttributes faceAttributes) {}
