package io.sightings.faceservice.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sightings.faceservice.faces.Attribute;
import io.sightings.faceservice.faces.Attributes;
import io.sightings.faceservice.faces.FaceFinder;
import io.sightings.faceservice.faces.FaceJson;
import io.sightings.faceservice.faces.FoundFace;
import io.sightings.faceservice.faces.FoundFaces;
import io.sightings.faceservice.people.TransientFaces;
import io.sightings.faceservice.wire.Call;
import io.sightings.faceservice.wire.Json;
import io.sightings.faceservice.wire.Problem;
import io.sightings.faceservice.wire.Query;
import io.sightings.faceservice.wire.Reply;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** POST /detect. */
final class Detection {
  private static final int DAY = 86_400;
  private static final String BLIND_MODEL = "detection_02";

  private final FaceFinder finder;
  private final Attributes attributes;
  private final TransientFaces faces;
  private final Approval approval;
  private final ImageBody images;

  Detection(
      FaceFinder finder,
      Attributes attributes,
      TransientFaces faces,
      Approval approval,
      ImageBody images) {
    this.finder = finder;
    this.attributes = attributes;
    this.faces = faces;
    this.approval = approval;
    this.images = images;
  }

  Reply detect(Call call) {
    Wish wish = wish(call.query());
    FoundFaces found = finder.find(images.of(call));
    ArrayNode answer = Json.array();
    for (FoundFace face : found.faces()) {
      answer.add(entry(face, found, wish));
    }
    return Reply.ok(answer);
  }

  private ObjectNode entry(FoundFace face, FoundFaces picture, Wish wish) {
    ObjectNode entry = Json.object();
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

  private Wish wish(Query query) {
    String recognitionModel = Names.recognitionModel(query.text("recognitionModel"));
    String detectionModel = Names.detectionModel(query.text("detectionModel"));
    boolean landmarks = query.flag("returnFaceLandmarks", false);
    if (landmarks && detectionModel.equals(BLIND_MODEL)) {
      throw Problem.badArgument("'returnLandmarks' is not supported by detection_02.");
    }
    boolean faceId = query.flag("returnFaceId", true);
    int timeToLive = query.number("faceIdTimeToLive", DAY, 60, DAY);
    Set<Attribute> wanted =
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

  private Set<Attribute> wanted(String names, String detectionModel, String recognitionModel) {
    Set<Attribute> wanted = EnumSet.noneOf(Attribute.class);
    for (String name : names.split(",")) {
      String trimmed = name.strip();
      if (Attribute.GATED.contains(trimmed)) {
        throw approval.refusal("Attribute_" + trimmed);
      }
      if (!trimmed.isEmpty()) {
        Attribute attribute =
            Attribute.named(trimmed)
                .orElseThrow(() -> Problem.badArgument("Invalid argument returnFaceAttributes."));
        if (!attribute.isSupportedBy(detectionModel, recognitionModel)) {
          throw Problem.badArgument(
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
      Set<Attribute> attributes,
      Duration timeToLive) {}
}
