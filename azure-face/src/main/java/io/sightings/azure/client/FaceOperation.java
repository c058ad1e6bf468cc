package io.sightings.azure.client;

import static com.azure.core.http.HttpMethod.DELETE;
import static com.azure.core.http.HttpMethod.GET;
import static com.azure.core.http.HttpMethod.PATCH;
import static com.azure.core.http.HttpMethod.POST;
import static com.azure.core.http.HttpMethod.PUT;

import com.azure.core.http.HttpMethod;
import java.util.Locale;

/** What the service can be asked; each call of each is one paid transaction. */
public enum FaceOperation {
  DETECT(POST, true),
  IDENTIFY(POST, true),
  CREATE_GROUP(PUT, true),
  GET_GROUP(GET, true),
  UPDATE_GROUP(PATCH, true),
  DELETE_GROUP(DELETE, true),
  TRAIN(POST, true),
  GET_TRAINING(GET, true),
  CREATE_PERSON(POST, false),
  GET_PERSON(GET, true),
  LIST_PERSONS(GET, true),
  UPDATE_PERSON(PATCH, true),
  DELETE_PERSON(DELETE, true),
  ADD_FACE(POST, false),
  GET_FACE(GET, true),
  UPDATE_FACE(PATCH, true),
  DELETE_FACE(DELETE, true);

  private final HttpMethod method;
  private final boolean repeatable;

  FaceOperation(HttpMethod method, boolean repeatable) {
    this.method = method;
    this.repeatable = repeatable;
  }

  public HttpMethod method() {
    return method;
  }

  /** Whether doing it twice is as good as doing it once. */
  public boolean repeatable() {
    return repeatable;
  }

  /**
   * How often the service may see one call of it. The JDK's HTTP client sends a GET a second time
   * by itself where the connection ends before the first byte of an answer (OpenJDK, {@code
   * jdk.internal.net.http.MultiExchange}); neither a setting of the client nor of the request turns
   * that off.
   */
  public int maxArrivals() {
    return method == GET ? 2 : 1;
  }

  /** In words, such as {@code create person}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
