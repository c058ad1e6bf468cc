package io.sightings.azure.client;

import static io.sightings.azure.client.FaceOperation.ADD_FACE;
import static io.sightings.azure.client.FaceOperation.CREATE_GROUP;
import static io.sightings.azure.client.FaceOperation.CREATE_PERSON;
import static io.sightings.azure.client.FaceOperation.DELETE_FACE;
import static io.sightings.azure.client.FaceOperation.DELETE_GROUP;
import static io.sightings.azure.client.FaceOperation.DELETE_PERSON;
import static io.sightings.azure.client.FaceOperation.GET_FACE;
import static io.sightings.azure.client.FaceOperation.GET_GROUP;
import static io.sightings.azure.client.FaceOperation.GET_PERSON;
import static io.sightings.azure.client.FaceOperation.GET_TRAINING;
import static io.sightings.azure.client.FaceOperation.LIST_PERSONS;
import static io.sightings.azure.client.FaceOperation.TRAIN;
import static io.sightings.azure.client.FaceOperation.UPDATE_FACE;
import static io.sightings.azure.client.FaceOperation.UPDATE_GROUP;
import static io.sightings.azure.client.FaceOperation.UPDATE_PERSON;

import com.azure.core.util.BinaryData;
import io.sightings.azure.client.FaceEndpoints.UrlEncoding;
import io.sightings.azure.client.FaceExchange.FaceResponse;
import io.sightings.azure.client.models.FaceTrainingResult;
import io.sightings.azure.client.models.LargePersonGroup;
import io.sightings.azure.client.models.LargePersonGroupPerson;
import io.sightings.azure.client.models.LargePersonGroupPerson.LargePersonGroupPersonFace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One group, its people and their faces. Where a text may be null, null leaves it as it is. What is
 * added or removed shows in identification only after the next training.
 */
public final class LargePersonGroupClient {
  private static final int MAX_PAGE = 1000;

  private final FaceRequestSender calls;
  private final String id;
  private final String path;

  /**
   * @param id 1 to 64 lower-case letters, digits, - and _
   */
  public LargePersonGroupClient(FaceExchange exchange, String id) {
    this.calls = new FaceRequestSender(exchange);
    this.id = id;
    this.path = "/largepersongroups/" + UrlEncoding.segment(id);
  }

  public String largePersonGroupId() {
    return id;
  }

  public CompletableFuture<Void> create(String name, String userData, String recognitionModel) {
    Map<String, Object> body = texts("name", name, "userData", userData);
    body.put("recognitionModel", recognitionModel);
    return done(calls.sendJson(CREATE_GROUP, path, Map.of(), body));
  }

  /** The group, with its recognition model. */
  public CompletableFuture<LargePersonGroup> getLargePersonGroup() {
    return calls
        .send(GET_GROUP, path, Map.of("returnRecognitionModel", "true"))
        .thenApply(answer -> calls.one(GET_GROUP, answer, LargePersonGroup.class));
  }

  public CompletableFuture<Void> update(@Nullable String name, String userData) {
    Map<String, Object> body = texts("name", name, "userData", userData);
    return done(calls.sendJson(UPDATE_GROUP, path, Map.of(), body));
  }

  public CompletableFuture<Void> delete() {
    return done(calls.send(DELETE_GROUP, path, Map.of()));
  }

  /** Starts the training, which goes on in the service. */
  public CompletableFuture<Void> train() {
    return done(calls.send(TRAIN, path + "/train", Map.of()));
  }

  /** Fails with {@link FaceErrorKind#NOT_TRAINED} where none was ever asked for. */
  public CompletableFuture<FaceTrainingResult> getTrainingStatus() {
    return calls
        .send(GET_TRAINING, path + "/training", Map.of())
        .thenApply(answer -> calls.one(GET_TRAINING, answer, FaceTrainingResult.class));
  }

  /** The new person's id. Not to be repeated blindly: a second call makes a second person. */
  public CompletableFuture<String> createPerson(String name, String userData) {
    Map<String, Object> body = texts("name", name, "userData", userData);
    return calls
        .sendJson(CREATE_PERSON, path + "/persons", Map.of(), body)
        .thenApply(answer -> calls.one(CREATE_PERSON, answer, CreatedPerson.class).personId());
  }

  public CompletableFuture<LargePersonGroupPerson> getPerson(String personId) {
    return calls
        .send(GET_PERSON, person(personId), Map.of())
        .thenApply(answer -> calls.one(GET_PERSON, answer, LargePersonGroupPerson.class));
  }

  /** Hands on everybody, a thousand at a time, and completes with the number of pages. */
  public CompletableFuture<Integer> getAllPersons(Consumer<List<LargePersonGroupPerson>> page) {
    return nextPersons(page, null, 1);
  }

  /**
   * @param start the last id of the page before; null for the first page
   */
  private CompletableFuture<Integer> nextPersons(
      Consumer<List<LargePersonGroupPerson>> consumer, @Nullable String start, int number) {
    Map<String, String> query = new LinkedHashMap<>();
    if (start != null) {
      query.put("start", start);
    }
    query.put("top", String.valueOf(MAX_PAGE));
    return calls
        .send(LIST_PERSONS, path + "/persons", query)
        .thenApply(answer -> calls.list(LIST_PERSONS, answer, LargePersonGroupPerson.class))
        .thenCompose(
            page -> {
              consumer.accept(page);
              String last = page.isEmpty() ? null : page.get(page.size() - 1).personId();
              // A page that does not advance would be requested for ever.
              return page.size() < MAX_PAGE || last == null || last.equals(start)
                  ? CompletableFuture.completedFuture(number)
                  : nextPersons(consumer, last, number + 1);
            });
  }

  public CompletableFuture<Void> updatePerson(
      String personId, @Nullable String name, @Nullable String userData) {
    Map<String, Object> body = texts("name", name, "userData", userData);
    return done(calls.sendJson(UPDATE_PERSON, person(personId), Map.of(), body));
  }

  /** Erases the person: faces, name and user data. */
  public CompletableFuture<Void> deletePerson(String personId) {
    return done(calls.send(DELETE_PERSON, person(personId), Map.of()));
  }

  /** The new face's id. Not to be repeated blindly: a second call adds a second face. */
  public CompletableFuture<String> addFace(
      String personId, BinaryData image, AddFaceOptions options) {
    return calls
        .sendImage(ADD_FACE, person(personId) + "/persistedfaces", options.query(), image)
        .thenApply(answer -> calls.one(ADD_FACE, answer, AddedFace.class).persistedFaceId());
  }

  public CompletableFuture<LargePersonGroupPersonFace> getFace(
      String personId, String persistedFaceId) {
    return calls
        .send(GET_FACE, face(personId, persistedFaceId), Map.of())
        .thenApply(answer -> calls.one(GET_FACE, answer, LargePersonGroupPersonFace.class));
  }

  public CompletableFuture<Void> updateFace(
      String personId, String persistedFaceId, String userData) {
    Map<String, Object> body = texts("userData", userData, "", null);
    return done(calls.sendJson(UPDATE_FACE, face(personId, persistedFaceId), Map.of(), body));
  }

  public CompletableFuture<Void> deleteFace(String personId, String persistedFaceId) {
    return done(calls.send(DELETE_FACE, face(personId, persistedFaceId), Map.of()));
  }

  private String person(String personId) {
    return path + "/persons/" + UrlEncoding.segment(personId);
  }

  private String face(String personId, String persistedFaceId) {
    return person(personId) + "/persistedfaces/" + UrlEncoding.segment(persistedFaceId);
  }

  private static Map<String, Object> texts(
      String key1, @Nullable String text1, String key2, @Nullable String text2) {
    Map<String, Object> texts = new LinkedHashMap<>();
    if (text1 != null) {
      texts.put(key1, text1);
    }
    if (text2 != null) {
      texts.put(key2, text2);
    }
    return texts;
  }

  private static CompletableFuture<Void> done(CompletableFuture<FaceResponse> answer) {
    return answer.thenApply(any -> null);
  }

  private record CreatedPerson(String personId) {}

  private record AddedFace(String persistedFaceId) {}
}
