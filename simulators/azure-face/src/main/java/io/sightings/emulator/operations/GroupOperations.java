package io.sightings.emulator.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sightings.emulator.people.GroupView;
import io.sightings.emulator.people.PersonGroups;
import io.sightings.emulator.wire.ApiCall;
import io.sightings.emulator.wire.ApiProblem;
import io.sightings.emulator.wire.ApiReply;
import io.sightings.emulator.wire.BodyMembers;
import io.sightings.emulator.wire.WireJson;

/** /largepersongroups and what is directly below. */
final class GroupOperations {
  private final PersonGroups groups;

  GroupOperations(PersonGroups groups) {
    this.groups = groups;
  }

  ApiReply create(ApiCall call) {
    String id = call.id("group");
    if (!IdRules.isGroupId(id)) {
      throw ApiProblem.badArgument("Large person group ID is invalid.");
    }
    BodyMembers body = call.members();
    String name = body.requiredText("name", IdRules.MOST_NAME);
    String userData = body.text("userData", IdRules.MOST_USER_DATA);
    groups.create(id, name, userData, IdRules.recognitionModel(body.text("recognitionModel")));
    return ApiReply.empty();
  }

  ApiReply get(ApiCall call) {
    boolean sayModel = call.query().flag("returnRecognitionModel", false);
    return ApiReply.ok(json(groups.get(IdRules.group(call)), sayModel));
  }

  ApiReply list(ApiCall call) {
    ListPage page = ListPage.of(call.query());
    boolean sayModel = call.query().flag("returnRecognitionModel", false);
    ArrayNode answer = WireJson.array();
    groups.list(page.start(), page.top()).forEach(group -> answer.add(json(group, sayModel)));
    return ApiReply.ok(answer);
  }

  ApiReply update(ApiCall call) {
    String id = IdRules.group(call);
    GroupChange change = GroupChange.of(call.members());
    groups.update(id, change.name(), change.userData());
    return ApiReply.empty();
  }

  ApiReply delete(ApiCall call) {
    groups.delete(IdRules.group(call));
    return ApiReply.empty();
  }

  private static ObjectNode json(GroupView group, boolean sayModel) {
    ObjectNode node = WireJson.object();
    node.put("largePersonGroupId", group.id());
    node.put("name", group.name());
    node.put("userData", group.userData());
    if (sayModel) {
      node.put("recognitionModel", group.recognitionModel());
    }
    return node;
  }
}
