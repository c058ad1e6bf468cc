package io.sightings.faceservice.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sightings.faceservice.people.People;
import io.sightings.faceservice.people.PersistedFace;
import io.sightings.faceservice.people.Person;
import io.sightings.faceservice.people.Turns;
import io.sightings.faceservice.wire.Call;
import io.sightings.faceservice.wire.Json;
import io.sightings.faceservice.wire.Members;
import io.sightings.faceservice.wire.Reply;

/** /largepersongroups/{group}/persons. */
final class PersonOperations {
  private final People people;
  private final Changes changes;
  private final Turns turns;

  PersonOperations(People people, Changes changes, Turns turns) {
    this.people = people;
    this.changes = changes;
    this.turns = turns;
  }

  Reply create(Call call) {
    String group = Names.group(call);
    changes.require(group);
    Members body = call.members();
    String name = body.requiredText("name", Names.MOST_NAME);
    String userData = body.text("userData", Names.MOST_USER_DATA);
    return Reply.ok(Json.object().put("personId", people.create(group, name, userData)));
  }

  Reply get(Call call) {
    return Reply.ok(json(people.get(Names.group(call), Names.person(call))));
  }

  Reply list(Call call) {
    Page page = Page.of(call.query());
    ArrayNode answer = Json.array();
    people
        .list(Names.group(call), page.start(), page.top())
        .forEach(person -> answer.add(json(person)));
    return Reply.ok(answer);
  }

  Reply update(Call call) {
    String group = Names.group(call);
    String person = Names.person(call);
    Change change = Change.of(call.members());
    people.update(group, person, change.name(), change.userData());
    return Reply.empty();
  }

  Reply delete(Call call) {
    String group = Names.group(call);
    String person = Names.person(call);
    changes.require(group);
    people.delete(group, person);
    return Reply.empty().later(turns.take(person));
  }

  private static ObjectNode json(Person person) {
    ObjectNode node = Json.object();
    node.put("personId", person.id());
    node.put("name", person.name());
    node.put("userData", person.userData());
    ArrayNode faces = node.putArray("persistedFaceIds");
    person.faces().stream().map(PersistedFace::id).forEach(faces::add);
    return node;
  }
}
