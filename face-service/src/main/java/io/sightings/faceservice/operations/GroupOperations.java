package io.sightings.faceservice.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sightings.faceservice.people.GroupView;
import io.sightings.faceservice.people.Groups;
import io.sightings.faceservice.wire.Call;
import io.sightings.faceservice.wire.Json;
import io.sightings.faceservice.wire.Members;
import io.sightings.faceservice.wire.Problem;
import io.sightings.faceservice.wire.Reply;

/** /largepersongroups and what is directly below. */
final class GroupOperations {
  private final Groups groups;

  GroupOperations(Groups groups) {
    this.groups = groups;
  }

  Reply create(Call call) {
    String id = call.id("group");
    if (!Names.isGroupId(id)) {
      throw Problem.badArgument("Large person group ID is invalid.");
    }
    Members body = call.members();
    String name = body.requiredText("name", Names.MOST_NAME);
    String userData = body.text("userData", Names.MOST_USER_DATA);
    groups.create(id, name, userData, Names.recognitionModel(body.text("recognitionModel")));
    return Reply.empty();
  }

  Reply get(Call call) {
    boolean sayModel = call.query().flag("returnRecognitionModel", false);
    return Reply.ok(json(groups.get(Names.group(call)), sayModel));
  }

  Reply list(Call call) {
    Page page = Page.of(call.query());
    boolean sayModel = call.query().flag("returnRecognitionModel", false);
    ArrayNode answer = Json.array();
    groups.list(page.start(), page.top()).forEach(group -> answer.add(json(group, sayModel)));
    return Reply.ok(answer);
  }

  Reply update(Call call) {
    String id = Names.group(call);
    Change change = Change.of(call.members());
    groups.update(id, change.name(), change.userData());
    return Reply.empty();
  }

  Reply delete(Call call) {
    groups.delete(Names.group(call));
    return Reply.empty();
  }

  private static ObjectNode json(GroupView group, boolean sayModel) {
    ObjectNode node = Json.object();
    node.put("largePersonGroupId", group.id());
    node.put("name", group.name());
    node.put("userData", group.userData());
    if (sayModel) {
      node.put("recognitionModel", group.recognitionModel());
    }
    return node;
  }
}
