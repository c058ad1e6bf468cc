package io.sightings.faceservice.operations;

import io.sightings.faceservice.wire.Members;
import io.sightings.faceservice.wire.Problem;

/**
 * A change of a group or a person.
 *
 * @param name null to leave it
 * @param userData null to leave it
 */
record Change(String name, String userData) {

  static Change of(Members body) {
    String userData = body.text("userData", Names.MOST_USER_DATA);
    if (!body.has("name") && userData == null) {
      throw Problem.badArgument("Both 'name' and 'userData' are empty.");
    }
    String name = body.has("name") ? body.requiredText("name", Names.MOST_NAME) : null;
    return new Change(name, userData);
  }
}
