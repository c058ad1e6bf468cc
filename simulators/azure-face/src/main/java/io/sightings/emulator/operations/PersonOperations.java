package io.sightings.emulator.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sightings.emulator.people.GroupPerson;
import io.sightings.emulator.people.KnownPeople;
import io.sightings.emulator.people.PersistedFace;
import io.sightings.emulator.people.PersonLocks;
import io.sightings.emulator.wire.ApiCall;
import io.sightings.emulator.wire.ApiReply;
import io.sightings.emulator.wire.BodyMembers;
import io.sightings.emulator.wire.WireJson;

/** /largepersongroups/{group}/persons. */
final class PersonOperations {
  private final KnownPeople people;
  private final GroupChanges changes;
  private final PersonLocks turns;

  PersonOperations(KnownPeople people, GroupChanges changes, PersonLocks turns) {
    this.people = people;
    this.changes = changes;
    this.turns = turns;
  }

  ApiReply create(ApiCall call) {
    String group = IdRules.group(call);
    changes.require(group);
    BodyMembers body = call.members();
    String name = body.requiredText("name", IdRules.MOST_NAME);
    String userData = body.text("userData", IdRules.MOST_USER_DATA);
    return ApiReply.ok(WireJson.object().put("personId", people.create(group, name, userData)));
  }

  ApiReply get(ApiCall call) {
    return ApiReply.ok(json(people.get(IdRules.group(call), IdRules.person(call))));
  }

  ApiReply list(ApiCall call) {
    ListPage page = ListPage.of(call.query());
    ArrayNode answer = WireJson.array();
    people
        .list(IdRules.group(call), page.start(), page.top())
        .forEach(person -> answer.add(json(person)));
    return ApiReply.ok(answer);
  }

  ApiReply update(ApiCall call) {
    String group = IdRules.group(call);
    String person = IdRules.person(call);
    GroupChange change = GroupChange.of(call.members());
    people.update(group, person, change.name(), change.userData());
    return ApiReply.empty();
  }

  ApiReply delete(ApiCall call) {
    String group = IdRules.group(call);
    String person = IdRules.person(call);
    changes.require(group);
    people.delete(group, person);
    return ApiReply.empty().later(turns.take(person));
  }

  private static ObjectNode json(GroupPerson person) {
    ObjectNode node = WireJson.object();
    node.put("personId", person.id());
    node.put("name", person.name());
    node.put("userData", person.userData());
    ArrayNode faces = node.putArray("persistedFaceIds");
    person.faces().stream().map(PersistedFace::id).forEach(faces::add);
    return node;
  }
}
