package io.sightings.emulator.operations;

import io.sightings.emulator.wire.ApiProblem;
import io.sightings.emulator.wire.BodyMembers;
import org.jspecify.annotations.Nullable;

/**
 * A change of a group or a person.
 *
 * @param name null to leave it
 * @param userData null to leave it
 */
record GroupChange(@Nullable String name, @Nullable String userData) {

  static GroupChange of(BodyMembers body) {
    String userData = body.text("userData", IdRules.MOST_USER_DATA);
    if (!body.has("name") && userData == null) {
      throw ApiProblem.badArgument("Both 'name' and 'userData' are empty.");
    }
    String name = body.has("name") ? body.requiredText("name", IdRules.MOST_NAME) : null;
    return new GroupChange(name, userData);
  }
}
