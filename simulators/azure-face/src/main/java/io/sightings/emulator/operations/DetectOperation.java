package io.sightings.emulator.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sightings.emulator.faces.EmulatedAttributeWriter;
import io.sightings.emulator.faces.EmulatedFace;
import io.sightings.emulator.faces.EmulatedFaceWriter;
import io.sightings.emulator.faces.EmulatorFaceDetector;
import io.sightings.emulator.faces.EmulatorFaceDetector.EmulatedFaceList;
import io.sightings.emulator.faces.FaceAttributeType;
import io.sightings.emulator.people.TransientFaces;
import io.sightings.emulator.wire.ApiErrorException;
import io.sightings.emulator.wire.ApiRequest;
import io.sightings.emulator.wire.ApiResponse;
import io.sightings.emulator.wire.EmulatorJson;
import io.sightings.emulator.wire.QueryParameters;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** POST /detect. */
final class DetectOperation {
  private static final int DAY = 86_400;
  private static final String BLIND_MODEL = "detection_02";

  private final EmulatorFaceDetector finder;
  private final EmulatedAttributeWriter attributes;
  private final TransientFaces faces;
  private final LimitedAccess approval;

  DetectOperation(
      EmulatorFaceDetector finder,
      EmulatedAttributeWriter attributes,
      TransientFaces faces,
      LimitedAccess approval) {
    this.finder = finder;
    this.attributes = attributes;
    this.faces = faces;
    this.approval = approval;
  }

  ApiResponse detect(ApiRequest call) {
    Wish wish = wish(call.query());
    EmulatedFaceList found = finder.find(call.image());
    ArrayNode answer = EmulatorJson.array();
    for (EmulatedFace face : found.faces()) {
      answer.add(entry(face, found, wish));
    }
    return ApiResponse.ok(answer);
  }

  private ObjectNode entry(EmulatedFace face, EmulatedFaceList picture, Wish wish) {
    ObjectNode entry = EmulatorJson.object();
    if (wish.faceId) {
      entry.put("faceId", faces.add(finder.embed(face), wish.recognitionModel, wish.timeToLive));
      if (wish.sayRecognitionModel) {
        entry.put("recognitionModel", wish.recognitionModel);
      }
    }
    entry.set(
        "faceRectangle",
        EmulatedFaceWriter.rectangle(face.box(), picture.width(), picture.height()));
    if (wish.landmarks) {
      entry.set("faceLandmarks", EmulatedFaceWriter.landmarks(face));
    }
    if (!wish.attributes.isEmpty()) {
      entry.set("faceAttributes", attributes.of(face, wish.attributes));
    }
    return entry;
  }

  private Wish wish(QueryParameters query) {
    String recognitionModel = ParameterValidator.recognitionModel(query.text("recognitionModel"));
    String detectionModel = ParameterValidator.detectionModel(query.text("detectionModel"));
    boolean landmarks = query.flag("returnFaceLandmarks", false);
    if (landmarks && detectionModel.equals(BLIND_MODEL)) {
      throw ApiErrorException.badArgument("'returnLandmarks' is not supported by detection_02.");
    }
    boolean faceId = query.flag("returnFaceId", true);
    int timeToLive = query.number("faceIdTimeToLive", DAY, 60, DAY);
    Set<FaceAttributeType> wanted =
        wanted(query.text("returnFaceAttributes", ""), detectionModel, recognitionModel);
    if (faceId) {
      approval.requireIdentification();
    }
    return new Wish(
        recognitionModel,
        faceId,
        query.flag("returnRecognitionModel", false),
        landmarks,
        wanted,
        Duration.ofSeconds(timeToLive));
  }

  private Set<FaceAttributeType> wanted(
      String names, String detectionModel, String recognitionModel) {
    Set<FaceAttributeType> wanted = EnumSet.noneOf(FaceAttributeType.class);
    for (String name : names.split(",")) {
      String trimmed = name.strip();
      if (FaceAttributeType.GATED.contains(trimmed)) {
        throw approval.refusal("Attribute_" + trimmed);
      }
      if (!trimmed.isEmpty()) {
        FaceAttributeType attribute =
            FaceAttributeType.named(trimmed)
                .orElseThrow(
                    () -> ApiErrorException.badArgument("Invalid argument returnFaceAttributes."));
        if (!attribute.isSupportedBy(detectionModel, recognitionModel)) {
          throw ApiErrorException.badArgument(
              detectionModel.equals(BLIND_MODEL)
                  ? "'returnFaceAttributes' is not supported by detection_02."
                  : "Invalid argument returnFaceAttributes. "
                      + trimmed
                      + " is not supported by "
                      + detectionModel
                      + " with "
                      + recognitionModel
                      + ".");
        }
        wanted.add(attribute);
      }
    }
    return wanted;
  }

  /** What the caller wants to know. */
  private record Wish(
      String recognitionModel,
      boolean faceId,
      boolean sayRecognitionModel,
      boolean landmarks,
      Set<FaceAttributeType> attributes,
      Duration timeToLive) {}
}
