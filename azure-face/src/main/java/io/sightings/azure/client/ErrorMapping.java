package io.sightings.azure.client;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells from status, code and words of an answer what went wrong. */
final class ErrorMapping {
  private static final Pattern OTHER_MODEL =
      Pattern.compile("recognition_?\\s?model.*(match|compatible|differ)");
  private static final Pattern EXPIRED = Pattern.compile("token|bearer|authorization header");

  private ErrorMapping() {}

  static FaceFault of(FaceOperation operation, int status, String code, String message) {
    String name = code.toLowerCase(Locale.ROOT);
    String words = message.toLowerCase(Locale.ROOT);
    return switch (status) {
      case 400, 404, 409 -> ofGroup(operation, status, name, words);
      case 401 ->
          EXPIRED.matcher(words).find() || name.contains("token")
              ? FaceFault.WRONG_TOKEN
              : FaceFault.WRONG_KEY;
      case 403 -> forbidden(name, words);
      case 408, 500, 502, 503, 504 -> FaceFault.UNAVAILABLE;
      case 413 -> FaceFault.IMAGE_SIZE;
      case 415 -> FaceFault.BAD_IMAGE;
      case 429 -> FaceFault.THROTTLED;
      default -> status < 400 ? FaceFault.WRONG_ENDPOINT : FaceFault.REFUSED;
    };
  }

  /** The state of a group has the same codes with different statuses, by operation. */
  private static FaceFault ofGroup(FaceOperation operation, int status, String code, String words) {
    if (code.contains("nottrained")) {
      return FaceFault.NOT_TRAINED;
    }
    if (code.contains("trainingnotfinished")) {
      // Who asks for names must wait for the first training, which may take long.
      return operation == FaceOperation.IDENTIFY ? FaceFault.NOT_TRAINED : FaceFault.BUSY;
    }
    if (code.contains("groupnotfound") || code.contains("groupidnotfound")) {
      return FaceFault.NO_GROUP;
    }
    return switch (status) {
      case 404 -> missing(operation, code, words);
      case 409 -> code.contains("exists") ? FaceFault.GROUP_EXISTS : FaceFault.BUSY;
      default -> refused(operation, code, words);
    };
  }

  private static FaceFault refused(FaceOperation operation, String code, String words) {
    if (code.contains("recognitionmodel") || OTHER_MODEL.matcher(words).find()) {
      return FaceFault.OTHER_MODEL;
    }
    if (code.contains("imagesize")) {
      return FaceFault.IMAGE_SIZE;
    }
    if (code.contains("multiplefaces")
        || words.contains("more than 1 face")
        || words.contains("more than one face")) {
      return FaceFault.SEVERAL_FACES;
    }
    if (code.contains("nofacefound") || words.contains("no face detected")) {
      return FaceFault.NO_FACE_FOUND;
    }
    if (code.contains("facenotfound")) {
      return operation == FaceOperation.ADD_FACE ? FaceFault.NO_FACE_FOUND : FaceFault.NO_FACE_ID;
    }
    return code.contains("invalidimage") ? FaceFault.BAD_IMAGE : FaceFault.REFUSED;
  }

  private static FaceFault forbidden(String code, String words) {
    if (code.contains("unsupportedfeature") || words.contains("missing approval")) {
      return FaceFault.NOT_APPROVED;
    }
    if (words.contains("face number") || words.contains("248")) {
      return FaceFault.TOO_MANY_FACES;
    }
    boolean quota = code.contains("quota") || words.contains("quota");
    return quota ? FaceFault.OUT_OF_QUOTA : FaceFault.FORBIDDEN;
  }

  /** The most exact thing that is missing: a group's address is part of a person's. */
  private static FaceFault missing(FaceOperation operation, String code, String words) {
    if (code.contains("personnotfound")) {
      return FaceFault.NO_PERSON;
    }
    if (code.contains("facenotfound") || code.contains("faceidnotfound")) {
      return FaceFault.NO_FACE_ID;
    }
    if (words.contains("person group") && !words.contains("resource not found")) {
      return operation == FaceOperation.GET_TRAINING ? FaceFault.NOT_TRAINED : FaceFault.NO_GROUP;
    }
    return FaceFault.WRONG_ENDPOINT;
  }
}
