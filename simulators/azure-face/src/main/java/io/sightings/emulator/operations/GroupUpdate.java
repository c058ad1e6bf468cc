package io.sightings.emulator.operations;

import io.sightings.emulator.wire.ApiErrorException;
import io.sightings.emulator.wire.JsonBodyReader;
import org.jspecify.annotations.Nullable;

/**
 * A change of a group or a person.
 *
 * @param name null to leave it
 * @param userData null to leave it
 */
record GroupUpdate(@Nullable String name, @Nullable String userData) {

  static GroupUpdate of(JsonBodyReader body) {
    String userData = body.text("userData", ParameterValidator.MOST_USER_DATA);
    if (!body.has("name") && userData == null) {
      throw ApiErrorException.badArgument("Both 'name' and 'userData' are empty.");
    }
    String name = body.has("name") ? body.requiredText("name", ParameterValidator.MOST_NAME) : null;
    return new GroupUpdate(name, userData);
  }
}
