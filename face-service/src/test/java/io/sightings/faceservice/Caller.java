package io.sightings.faceservice;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightings.faceservice.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A client as bare as can be. */
final class Caller {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI endpoint;
  private final String header;
  private final String value;

  private Caller(URI endpoint, String header, String value) {
    this.endpoint = endpoint;
    this.header = header;
    this.value = value;
  }

  static Caller of(FaceService service) {
    return withKey(service, service.key());
  }

  static Caller withKey(FaceService service, String key) {
    return new Caller(service.endpoint(), "Ocp-Apim-Subscription-Key", key);
  }

  static Caller withToken(FaceService service, String token) {
    return new Caller(service.endpoint(), "Authorization", "Bearer " + token);
  }

  /** What came back; the body is a missing node where there was none. */
  record Answer(int status, JsonNode body, java.net.http.HttpHeaders headers) {

    String header(String name) {
      return headers.firstValue(name).orElse(null);
    }

    /** Of an error. */
    String code() {
      return body.at("/error/code").asText();
    }

    String message() {
      return body.at("/error/message").asText();
    }
  }

  Answer get(String path) {
    return send("GET", path, null, BodyPublishers.noBody());
  }

  Answer delete(String path) {
    return send("DELETE", path, null, BodyPublishers.noBody());
  }

  Answer post(String path) {
    return send("POST", path, null, BodyPublishers.noBody());
  }

  Answer post(String path, String json) {
    return json("POST", path, json);
  }

  Answer put(String path, String json) {
    return json("PUT", path, json);
  }

  Answer patch(String path, String json) {
    return json("PATCH", path, json);
  }

  private Answer json(String method, String path, String json) {
    return send(method, path, "application/json", BodyPublishers.ofString(json.replace('\'', '"')));
  }

  Answer post(String path, byte[] image) {
    return send("POST", path, "application/octet-stream", BodyPublishers.ofByteArray(image));
  }

  Answer post(String path, byte[] image, String type) {
    return send("POST", path, type, BodyPublishers.ofByteArray(image));
  }

  private Answer send(String method, String path, String type, BodyPublisher body) {
    try {
      return trySend(method, path, type, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A POST whose connection may break. */
  Answer tryPost(String path, String json) throws IOException {
    return trySend(
        "POST", path, "application/json", BodyPublishers.ofString(json.replace('\'', '"')));
  }

  private Answer trySend(String method, String path, String type, BodyPublisher body)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint.resolve(path.startsWith("/") ? path : "/face/v1.2/" + path))
            .timeout(PATIENCE)
            .header(header, value)
            .method(method, body);
    if (type != null) {
      request.header("Content-Type", type);
    }
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(
          response.statusCode(), Json.MAPPER.readTree(response.body()), response.headers());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of a new person. */
  String createPerson(String group, String name) {
    return post("largepersongroups/" + group + "/persons", "{'name':'" + name + "'}")
        .body()
        .path("personId")
        .asText();
  }

  Answer addFace(String group, String person, byte[] image) {
    return post(
        "largepersongroups/"
            + group
            + "/persons/"
            + person
            + "/persistedfaces"
            + "?detectionModel=detection_03",
        image);
  }

  /** Of the largest face. */
  String faceId(byte[] image) {
    return post("detect?detectionModel=detection_03&recognitionModel=recognition_04", image)
        .body()
        .at("/0/faceId")
        .asText();
  }

  /** The person who is most like a face; empty for nobody. */
  String identify(String group, String faceId) {
    return post("identify", "{'largePersonGroupId':'" + group + "','faceIds':['" + faceId + "']}")
        .body()
        .at("/0/candidates/0/personId")
        .asText();
  }
}
