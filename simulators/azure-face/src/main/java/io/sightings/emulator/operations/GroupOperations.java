package io.sightings.emulator.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sightings.emulator.operations.ParameterValidator.GroupUpdate;
import io.sightings.emulator.operations.ParameterValidator.ListPage;
import io.sightings.emulator.people.PersonGroups;
import io.sightings.emulator.people.PersonGroups.GroupView;
import io.sightings.emulator.wire.ApiErrorException;
import io.sightings.emulator.wire.ApiRequest;
import io.sightings.emulator.wire.ApiResponse;
import io.sightings.emulator.wire.EmulatorJson;
import io.sightings.emulator.wire.JsonBodyReader;

/** /largepersongroups and what is directly below. */
final class GroupOperations {
  private final PersonGroups groups;

  GroupOperations(PersonGroups groups) {
    this.groups = groups;
  }

  ApiResponse create(ApiRequest call) {
    String id = call.id("group");
    if (!ParameterValidator.isGroupId(id)) {
      throw ApiErrorException.badArgument("Large person group ID is invalid.");
    }
    JsonBodyReader body = call.members();
    String name = body.requiredText("name", ParameterValidator.MAX_NAME);
    String userData = body.text("userData", ParameterValidator.MAX_USER_DATA);
    groups.create(
        id, name, userData, ParameterValidator.recognitionModel(body.text("recognitionModel")));
    return ApiResponse.empty();
  }

  ApiResponse get(ApiRequest call) {
    boolean sayModel = call.query().flag("returnRecognitionModel", false);
    return ApiResponse.ok(json(groups.get(ParameterValidator.group(call)), sayModel));
  }

  ApiResponse list(ApiRequest call) {
    ListPage page = ListPage.of(call.query());
    boolean sayModel = call.query().flag("returnRecognitionModel", false);
    ArrayNode answer = EmulatorJson.array();
    groups.list(page.start(), page.top()).forEach(group -> answer.add(json(group, sayModel)));
    return ApiResponse.ok(answer);
  }

  ApiResponse update(ApiRequest call) {
    String id = ParameterValidator.group(call);
    GroupUpdate change = GroupUpdate.of(call.members());
    groups.update(id, change.name(), change.userData());
    return ApiResponse.empty();
  }

  ApiResponse delete(ApiRequest call) {
    groups.delete(ParameterValidator.group(call));
    return ApiResponse.empty();
  }

  private static ObjectNode json(GroupView group, boolean sayModel) {
    ObjectNode node = EmulatorJson.object();
    node.put("largePersonGroupId", group.id());
    node.put("name", group.name());
    node.put("userData", group.userData());
    if (sayModel) {
      node.put("recognitionModel", group.recognitionModel());
    }
    return node;
  }
}
