package io.sightings.emulator.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sightings.emulator.operations.ParameterValidator.GroupUpdate;
import io.sightings.emulator.operations.ParameterValidator.ListPage;
import io.sightings.emulator.people.GroupPerson;
import io.sightings.emulator.people.PersistedFace;
import io.sightings.emulator.people.PersonChangeQueue;
import io.sightings.emulator.people.PersonRegistry;
import io.sightings.emulator.wire.ApiRequest;
import io.sightings.emulator.wire.ApiResponse;
import io.sightings.emulator.wire.EmulatorJson;
import io.sightings.emulator.wire.JsonBodyReader;

/** /largepersongroups/{group}/persons. */
final class PersonOperations {
  private final PersonRegistry people;
  private final PersonChangeQueue turns;

  PersonOperations(PersonRegistry people, PersonChangeQueue turns) {
    this.people = people;
    this.turns = turns;
  }

  ApiResponse create(ApiRequest call) {
    String group = ParameterValidator.group(call);
    people.requireChangeable(group);
    JsonBodyReader body = call.members();
    String name = body.requiredText("name", ParameterValidator.MAX_NAME);
    String userData = body.text("userData", ParameterValidator.MAX_USER_DATA);
    return ApiResponse.ok(
        EmulatorJson.object().put("personId", people.create(group, name, userData)));
  }

  ApiResponse get(ApiRequest call) {
    return ApiResponse.ok(
        json(people.get(ParameterValidator.group(call), ParameterValidator.person(call))));
  }

  ApiResponse list(ApiRequest call) {
    ListPage page = ListPage.of(call.query());
    ArrayNode answer = EmulatorJson.array();
    people
        .list(ParameterValidator.group(call), page.start(), page.top())
        .forEach(person -> answer.add(json(person)));
    return ApiResponse.ok(answer);
  }

  ApiResponse update(ApiRequest call) {
    String group = ParameterValidator.group(call);
    String person = ParameterValidator.person(call);
    GroupUpdate change = GroupUpdate.of(call.members());
    people.update(group, person, change.name(), change.userData());
    return ApiResponse.empty();
  }

  ApiResponse delete(ApiRequest call) {
    String group = ParameterValidator.group(call);
    String person = ParameterValidator.person(call);
    people.requireChangeable(group);
    people.delete(group, person);
    return ApiResponse.empty().later(turns.take(person));
  }

  private static ObjectNode json(GroupPerson person) {
    ObjectNode node = EmulatorJson.object();
    node.put("personId", person.id());
    node.put("name", person.name());
    node.put("userData", person.userData());
    ArrayNode faces = node.putArray("persistedFaceIds");
    person.faces().stream().map(PersistedFace::id).forEach(faces::add);
    return node;
  }
}
