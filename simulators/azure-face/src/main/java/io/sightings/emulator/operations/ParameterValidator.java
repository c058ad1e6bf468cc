package io.sightings.emulator.operations;

import io.sightings.emulator.wire.ApiErrorException;
import io.sightings.emulator.wire.ApiRequest;
import io.sightings.emulator.wire.GuidFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What ids and models may look like, and how the service says so of those that do not. */
final class ParameterValidator {
  static final int MOST_NAME = 128;
  static final int MOST_USER_DATA = 16 << 10;
  static final int MOST_FACE_USER_DATA = 1 << 10;
  static final int MOST_ID = 64;

  private static final Pattern GROUP_ID = Pattern.compile("[a-z0-9_-]{1," + MOST_ID + "}");
  private static final List<String> DETECTION_MODELS =
      List.of("detection_01", "detection_02", "detection_03");
  private static final List<String> RECOGNITION_MODELS =
      List.of("recognition_01", "recognition_02", "recognition_03", "recognition_04");

  private ParameterValidator() {}

  static boolean isGroupId(@Nullable String id) {
    return GROUP_ID.matcher(id).matches();
  }

  /** The group of a path. */
  static @Nullable String group(ApiRequest call) {
    String id = call.id("group");
    if (!isGroupId(id)) {
      throw new ApiErrorException(
          404, "LargePersonGroupNotFound", "Large person group ID is invalid.");
    }
    return id;
  }

  /** The person of a path. */
  static @Nullable String person(ApiRequest call) {
    String id = call.id("person");
    if (!GuidFormat.matches(id)) {
      throw new ApiErrorException(404, "PersonNotFound", "Person ID is invalid.");
    }
    return id;
  }

  /** The persisted face of a path. */
  static @Nullable String face(ApiRequest call) {
    String id = call.id("face");
    if (!GuidFormat.matches(id)) {
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
}
