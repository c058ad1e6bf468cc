package io.sightings.azure.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells from status, code and words of an answer what went wrong. */
final class FaceErrorMapper {
  private static final Pattern OTHER_MODEL =
      Pattern.compile("recognition_?\\s?model.*(match|compatible|differ)");
  private static final Pattern EXPIRED = Pattern.compile("token|bearer|authorization header");

  private FaceErrorMapper() {}

  static FaceErrorKind of(FaceOperation operation, int status, String code, String message) {
    String name = code.toLowerCase(Locale.ROOT);
    String words = message.toLowerCase(Locale.ROOT);
    return switch (status) {
      case 400, 404, 409 -> ofGroup(operation, status, name, words);
      case 401 ->
          EXPIRED.matcher(words).find() || name.contains("token")
              ? FaceErrorKind.WRONG_TOKEN
              : FaceErrorKind.WRONG_KEY;
      case 403 -> forbidden(name, words);
      case 408, 500, 502, 503, 504 -> FaceErrorKind.UNAVAILABLE;
      case 413 -> FaceErrorKind.IMAGE_SIZE;
      case 415 -> FaceErrorKind.BAD_IMAGE;
      case 429 -> FaceErrorKind.THROTTLED;
      default -> status < 400 ? FaceErrorKind.WRONG_ENDPOINT : FaceErrorKind.REFUSED;
    };
  }

  /** The state of a group has the same codes with different statuses, by operation. */
  private static FaceErrorKind ofGroup(
      FaceOperation operation, int status, String code, String words) {
    if (code.contains("nottrained")) {
      return FaceErrorKind.NOT_TRAINED;
    }
    if (code.contains("trainingnotfinished")) {
      // Who asks for names must wait for the first training, which may take long.
      return operation == FaceOperation.IDENTIFY ? FaceErrorKind.NOT_TRAINED : FaceErrorKind.BUSY;
    }
    if (code.contains("groupnotfound") || code.contains("groupidnotfound")) {
      return FaceErrorKind.NO_GROUP;
    }
    return switch (status) {
      case 404 -> missing(operation, code, words);
      case 409 -> code.contains("exists") ? FaceErrorKind.GROUP_EXISTS : FaceErrorKind.BUSY;
      default -> refused(operation, code, words);
    };
  }

  private static FaceErrorKind refused(FaceOperation operation, String code, String words) {
    if (code.contains("recognitionmodel") || OTHER_MODEL.matcher(words).find()) {
      return FaceErrorKind.OTHER_MODEL;
    }
    if (code.contains("imagesize")) {
      return FaceErrorKind.IMAGE_SIZE;
    }
    if (code.contains("multiplefaces")
        || words.contains("more than 1 face")
        || words.contains("more than one face")) {
      return FaceErrorKind.SEVERAL_FACES;
    }
    if (code.contains("nofacefound") || words.contains("no face detected")) {
      return FaceErrorKind.NO_FACE_FOUND;
    }
    if (code.contains("facenotfound")) {
      return operation == FaceOperation.ADD_FACE
          ? FaceErrorKind.NO_FACE_FOUND
          : FaceErrorKind.NO_FACE_ID;
    }
    return code.contains("invalidimage") ? FaceErrorKind.BAD_IMAGE : FaceErrorKind.REFUSED;
  }

  private static FaceErrorKind forbidden(String code, String words) {
    if (code.contains("unsupportedfeature") || words.contains("missing approval")) {
      return FaceErrorKind.NOT_APPROVED;
    }
    if (words.contains("face number") || words.contains("248")) {
      return FaceErrorKind.TOO_MANY_FACES;
    }
    boolean quota = code.contains("quota") || words.contains("quota");
    return quota ? FaceErrorKind.OUT_OF_QUOTA : FaceErrorKind.FORBIDDEN;
  }

  /** The most exact thing that is missing: a group's address is part of a person's. */
  private static FaceErrorKind missing(FaceOperation operation, String code, String words) {
    if (code.contains("personnotfound")) {
      return FaceErrorKind.NO_PERSON;
    }
    if (code.contains("facenotfound") || code.contains("faceidnotfound")) {
      return FaceErrorKind.NO_FACE_ID;
    }
    if (words.contains("person group") && !words.contains("resource not found")) {
      return operation == FaceOperation.GET_TRAINING
          ? FaceErrorKind.NOT_TRAINED
          : FaceErrorKind.NO_GROUP;
    }
    return FaceErrorKind.WRONG_ENDPOINT;
  }

  /**
   * What the service says of an error: {@code {"error": {"code", "message", "innererror": {…}}}},
   * where the innermost is the most exact.
   *
   * @param code empty where none is given
   * @param message one line; of anything but JSON its beginning
   */
  record ErrorBody(String code, String message) {
    private static final int LONGEST = 400;
    private static final int DEEPEST = 5;

    static ErrorBody read(ObjectMapper json, byte[] body) {
      JsonNode error;
      try {
        JsonNode root = json.readTree(body);
        error = root == null ? null : root.path("error");
      } catch (JsonProcessingException e) {
        return new ErrorBody("", line(new String(body, StandardCharsets.UTF_8)));
      } catch (java.io.IOException e) {
        return new ErrorBody("", "");
      }
      String code = "";
      String message = "";
      for (int depth = 0; error != null && error.isObject() && depth < DEEPEST; depth++) {
        code = error.path("code").asText(code);
        message = error.path("message").asText(message);
        error = error.path("innererror");
      }
      return new ErrorBody(line(code), line(message));
    }

    private static String line(String text) {
      String line = text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
      return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
  }
}
