package io.sightings.emulator.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sightings.emulator.faces.DetectedPictureFace;
import io.sightings.emulator.faces.EmulatedAttributes;
import io.sightings.emulator.faces.FaceAttribute;
import io.sightings.emulator.faces.FaceJson;
import io.sightings.emulator.faces.FoundFaces;
import io.sightings.emulator.faces.PictureFaceFinder;
import io.sightings.emulator.people.TransientFaces;
import io.sightings.emulator.wire.ApiCall;
import io.sightings.emulator.wire.ApiProblem;
import io.sightings.emulator.wire.ApiReply;
import io.sightings.emulator.wire.QueryParameters;
import io.sightings.emulator.wire.WireJson;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** POST /detect. */
final class DetectOperation {
  private static final int DAY = 86_400;
  private static final String BLIND_MODEL = "detection_02";

  private final PictureFaceFinder finder;
  private final EmulatedAttributes attributes;
  private final TransientFaces faces;
  private final LimitedAccess approval;
  private final CallImage images;

  DetectOperation(
      PictureFaceFinder finder,
      EmulatedAttributes attributes,
      TransientFaces faces,
      LimitedAccess approval,
      CallImage images) {
    this.finder = finder;
    this.attributes = attributes;
    this.faces = faces;
    this.approval = approval;
    this.images = images;
  }

  ApiReply detect(ApiCall call) {
    Wish wish = wish(call.query());
    FoundFaces found = finder.find(images.of(call));
    ArrayNode answer = WireJson.array();
    for (DetectedPictureFace face : found.faces()) {
      answer.add(entry(face, found, wish));
    }
    return ApiReply.ok(answer);
  }

  private ObjectNode entry(DetectedPictureFace face, FoundFaces picture, Wish wish) {
    ObjectNode entry = WireJson.object();
    if (wish.faceId) {
      entry.put("faceId", faces.add(finder.embed(face), wish.recognitionModel, wish.timeToLive));
      if (wish.sayRecognitionModel) {
        entry.put("recognitionModel", wish.recognitionModel);
      }
    }
    entry.set("faceRectangle", FaceJson.rectangle(face.box(), picture.width(), picture.height()));
    if (wish.landmarks) {
      entry.set("faceLandmarks", FaceJson.landmarks(face));
    }
    if (!wish.attributes.isEmpty()) {
      entry.set("faceAttributes", attributes.of(face, wish.attributes));
    }
    return entry;
  }

  private Wish wish(QueryParameters query) {
    String recognitionModel = IdRules.recognitionModel(query.text("recognitionModel"));
    String detectionModel = IdRules.detectionModel(query.text("detectionModel"));
    boolean landmarks = query.flag("returnFaceLandmarks", false);
    if (landmarks && detectionModel.equals(BLIND_MODEL)) {
      throw ApiProblem.badArgument("'returnLandmarks' is not supported by detection_02.");
    }
    boolean faceId = query.flag("returnFaceId", true);
    int timeToLive = query.number("faceIdTimeToLive", DAY, 60, DAY);
    Set<FaceAttribute> wanted =
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

  private Set<FaceAttribute> wanted(String names, String detectionModel, String recognitionModel) {
    Set<FaceAttribute> wanted = EnumSet.noneOf(FaceAttribute.class);
    for (String name : names.split(",")) {
      String trimmed = name.strip();
      if (FaceAttribute.GATED.contains(trimmed)) {
        throw approval.refusal("Attribute_" + trimmed);
      }
      if (!trimmed.isEmpty()) {
        FaceAttribute attribute =
            FaceAttribute.named(trimmed)
                .orElseThrow(
                    () -> ApiProblem.badArgument("Invalid argument returnFaceAttributes."));
        if (!attribute.isSupportedBy(detectionModel, recognitionModel)) {
          throw ApiProblem.badArgument(
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
      Set<FaceAttribute> attributes,
      Duration timeToLive) {}
}
