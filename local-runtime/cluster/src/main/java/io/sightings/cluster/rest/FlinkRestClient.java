package io.sightings.cluster.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sightings.process.LocalRuntimeException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asks the first job manager that answers: each of them knows the leader. Safe for use by any
 * number of threads.
 */
public final class FlinkRestClient {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);

  /** Taking a job in runs its main method. */
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

  /** A job manager that was paused takes questions, and does not answer: another may. */
  private static final Duration TELL_WITHIN = Duration.ofSeconds(5);

  private static final Duration ELECTED_WITHIN = Duration.ofSeconds(30);
  private static final long ASK_EVERY_NANOS = Duration.ofMillis(200).toNanos();
  private static final int ELECTION_IS_ON = 503;
  private static final String JSON = "application/json";

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_WITHIN)
          .build();
  private final ObjectMapper json = new ObjectMapper();
  private final Supplier<List<URI>> addresses;

  /**
   * @param addresses of the REST endpoints there are at a moment
   */
  public FlinkRestClient(Supplier<List<URI>> addresses) {
    this.addresses = addresses;
  }

  /**
   * @throws LocalRuntimeException if it is refused, or if no job manager answers within half a
   *     minute, the time an election may take
   */
  JsonNode get(String path) {
    return ask(request("GET", path, JSON, BodyPublishers.noBody()), ELECTED_WITHIN);
  }

  JsonNode patch(String path) {
    return ask(request("PATCH", path, JSON, BodyPublishers.noBody()), ELECTED_WITHIN);
  }

  void delete(String path) {
    ask(request("DELETE", path, JSON, BodyPublishers.noBody()), ELECTED_WITHIN);
  }

  JsonNode post(String path, Object body) {
    try {
      return post(path, JSON, BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  JsonNode post(String path, String contentType, BodyPublisher body) {
    return ask(request("POST", path, contentType, body), ELECTED_WITHIN);
  }

  /** The same as {@link #get}, or nothing if no job manager can say it at this moment. */
  Optional<JsonNode> tryGet(String path) {
    try {
      return Optional.of(ask(request("GET", path, JSON, BodyPublishers.noBody()), Duration.ZERO));
    } catch (LocalRuntimeException e) {
      return Optional.empty();
    }
  }

  private static Function<URI, HttpRequest> request(
      String method, String path, String contentType, BodyPublisher body) {
    return address ->
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(method.equals("GET") ? TELL_WITHIN : ANSWER_WITHIN)
            .header("Content-Type", contentType)
            .method(method, body)
            .build();
  }

  private JsonNode ask(Function<URI, HttpRequest> request, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      Optional<JsonNode> answer =
          addresses.get().stream().flatMap(a -> ask(request.apply(a)).stream()).findFirst();
      if (answer.isPresent()) {
        return answer.get();
      }
      if (System.nanoTime() - end >= 0) {
        throw new LocalRuntimeException("No job manager answers, or none of them leads.");
      }
      LockSupport.parkNanos(ASK_EVERY_NANOS);
    }
  }

  /** Nothing if another job manager, or the same one later, may know better. */
  private Optional<JsonNode> ask(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() == ELECTION_IS_ON) {
        return Optional.empty();
      }
      JsonNode answer = json.readTree(response.body());
      if (response.statusCode() >= 300) {
        throw new LocalRuntimeException(
            "Flink refuses " + request.uri().getPath() + ": " + RootCauses.inShort(answer));
      }
      return Optional.of(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalRuntimeException("Interrupted.", e);
    } catch (IOException e) {
      if (e instanceof ConnectException || request.method().equals("GET")) {
        return Optional.empty();
      }
      // Whether it took effect is unknown, so it is not repeated.
      throw new LocalRuntimeException("A job manager did not answer: " + e.getMessage(), e);
    }
  }
}
