package io.sightings.emulator.wire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;

/** What the service can be asked for: a verb and a path below {@code /face/v1.2/}. */
public enum ApiOperation {
  DETECT("POST", "detect", "Face - Detect"),
  IDENTIFY("POST", "identify", "Face - Identify"),
  CREATE_GROUP("PUT", "largepersongroups/{group}", "LargePersonGroup - Create"),
  GET_GROUP("GET", "largepersongroups/{group}", "LargePersonGroup - Get"),
  LIST_GROUPS("GET", "largepersongroups", "LargePersonGroup - List"),
  UPDATE_GROUP("PATCH", "largepersongroups/{group}", "LargePersonGroup - Update"),
  DELETE_GROUP("DELETE", "largepersongroups/{group}", "LargePersonGroup - Delete"),
  TRAIN("POST", "largepersongroups/{group}/train", "LargePersonGroup - Train"),
  GET_TRAINING_STATUS(
      "GET", "largepersongroups/{group}/training", "LargePersonGroup - Get Training Status"),
  CREATE_PERSON("POST", "largepersongroups/{group}/persons", "LargePersonGroup Person - Create"),
  LIST_PERSONS("GET", "largepersongroups/{group}/persons", "LargePersonGroup Person - List"),
  GET_PERSON("GET", "largepersongroups/{group}/persons/{person}", "LargePersonGroup Person - Get"),
  UPDATE_PERSON(
      "PATCH", "largepersongroups/{group}/persons/{person}", "LargePersonGroup Person - Update"),
  DELETE_PERSON(
      "DELETE", "largepersongroups/{group}/persons/{person}", "LargePersonGroup Person - Delete"),
  ADD_FACE(
      "POST",
      "largepersongroups/{group}/persons/{person}/persistedfaces",
      "LargePersonGroup Person - Add Face"),
  GET_FACE(
      "GET",
      "largepersongroups/{group}/persons/{person}/persistedfaces/{face}",
      "LargePersonGroup Person - Get Face"),
  UPDATE_FACE(
      "PATCH",
      "largepersongroups/{group}/persons/{person}/persistedfaces/{face}",
      "LargePersonGroup Person - Update Face"),
  DELETE_FACE(
      "DELETE",
      "largepersongroups/{group}/persons/{person}/persistedfaces/{face}",
      "LargePersonGroup Person - Delete Face");

  private final String method;
  private final UriTemplatePathSpec path;
  private final String label;

  ApiOperation(String method, String path, String label) {
    this.method = method;
    this.path = new UriTemplatePathSpec(ApiRoute.BASE + path);
    this.label = label;
  }

  /** The ids of a path by their names; empty where another operation is meant. */
  Optional<Map<String, String>> match(String verb, String address) {
    return method.equals(verb)
        ? Optional.ofNullable(path.getPathParams(address))
        : Optional.empty();
  }

  /** How the service itself calls it in its messages. */
  public String label() {
    return label;
  }

  /** For counters, logs and fault scripts: {@code createPerson}. */
  @JsonValue
  public String id() {
    StringBuilder id = new StringBuilder();
    for (String word : name().toLowerCase(Locale.ROOT).split("_")) {
      id.append(id.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return id.toString();
  }

  /**
   * The operation with this {@link #id()}.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  public static ApiOperation of(String id) {
    for (ApiOperation operation : values()) {
      if (operation.id().equals(id)) {
        return operation;
      }
    }
    throw new IllegalArgumentException("There is no operation " + id + ".");
  }
}
