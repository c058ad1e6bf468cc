package io.sightings.emulator.operations;

import io.sightings.emulator.wire.ApiErrorException;
import io.sightings.emulator.wire.ApiRequest;
import io.sightings.emulator.wire.JsonBodyReader;
import io.sightings.emulator.wire.QueryParameters;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What ids and models may look like, and how the service says so of those that do not. */
final class ParameterValidator {
  static final int MAX_NAME = 128;
  static final int MAX_USER_DATA = 16 << 10;
  static final int MAX_FACE_USER_DATA = 1 << 10;
  static final int MAX_ID = 64;

  private static final Pattern GROUP_ID = Pattern.compile("[a-z0-9_-]{1," + MAX_ID + "}");
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final List<String> DETECTION_MODELS =
      List.of("detection_01", "detection_02", "detection_03");
  private static final List<String> RECOGNITION_MODELS =
      List.of("recognition_01", "recognition_02", "recognition_03", "recognition_04");

  private ParameterValidator() {}

  static boolean isGroupId(String id) {
    return GROUP_ID.matcher(id).matches();
  }

  /** Whether an id has the form of those that the service makes. */
  static boolean isGuid(String id) {
    return GUID.matcher(id).matches();
  }

  /** The group of a path. */
  static String group(ApiRequest call) {
    String id = call.id("group");
    if (!isGroupId(id)) {
      throw new ApiErrorException(
          404, "LargePersonGroupNotFound", "Large person group ID is invalid.");
    }
    return id;
  }

  /** The person of a path. */
  static String person(ApiRequest call) {
    String id = call.id("person");
    if (!isGuid(id)) {
      throw new ApiErrorException(404, "PersonNotFound", "Person ID is invalid.");
    }
    return id;
  }

  /** The persisted face of a path. */
  static String face(ApiRequest call) {
    String id = call.id("face");
    if (!isGuid(id)) {
      throw new ApiErrorException(404, "PersistedFaceNotFound", "Persisted face ID is invalid.");
    }
    return id;
  }

  /** The first by default, as the service has it. */
  static String detectionModel(@Nullable String asked) {
    return model(asked, DETECTION_MODELS, "'detectionModel' is invalid.");
  }

  /** The first by default, as the service has it: the trap of forgetting it is kept. */
  static String recognitionModel(@Nullable String asked) {
    return model(asked, RECOGNITION_MODELS, "'recognitionModel' is invalid.");
  }

  private static String model(@Nullable String asked, List<String> models, String otherwise) {
    String model = asked == null ? models.get(0) : asked;
    if (!models.contains(model)) {
      throw ApiErrorException.badArgument(otherwise);
    }
    return model;
  }

  /**
   * A part of a list.
   *
   * @param start the id before its first; empty for the beginning
   * @param top how many at most
   */
  record ListPage(String start, int top) {
    private static final int MAX_PAGE = 1000;

    static ListPage of(QueryParameters query) {
      String start = query.text("start", "");
      if (start.length() > ParameterValidator.MAX_ID) {
        throw ApiErrorException.badArgument("'start' is too long.");
      }
      return new ListPage(start, query.number("top", MAX_PAGE, 1, MAX_PAGE));
    }
  }

  /**
   * A change of a group or a person.
   *
   * @param name null to leave it
   * @param userData null to leave it
   */
  record GroupUpdate(@Nullable String name, @Nullable String userData) {

    static GroupUpdate of(JsonBodyReader body) {
      String userData = body.text("userData", ParameterValidator.MAX_USER_DATA);
      if (!body.has("name") && userData == null) {
        throw ApiErrorException.badArgument("Both 'name' and 'userData' are empty.");
      }
      String name =
          body.has("name") ? body.requiredText("name", ParameterValidator.MAX_NAME) : null;
      return new GroupUpdate(name, userData);
    }
  }
}
