package io.sightings.faults.hostile.neighbour;

import io.sightings.process.ProcessAwait;
import io.sightings.toolkit.process.IngestorProcess;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Uploads good photos, and repeats an upload that is answered 429. A server may close an idle
 * connection just when a request is on its way (RFC 9112, 9.3.1 and 9.5). The client then sends the
 * request once more, on a fresh connection. {@link HttpClient} does not repeat a POST by itself.
 * For one thread.
 */
final class PhotoUploadClient {
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int ATTEMPTS = 100;

  private final int port;
  private HttpClient http = freshClient();

  /** Whether {@link #http} holds a connection that was answered, and may be idle since. */
  private boolean reused;

  private int repeats;

  PhotoUploadClient(int port) {
    this.port = port;
  }

  private static HttpClient freshClient() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  /**
   * Uploads that were sent again because the server had closed the connection they were sent on.
   */
  int repeats() {
    return repeats;
  }

  /**
   * @param frame its id; empty where it was not taken
   */
  record Answer(int status, String frame) {}

  Answer send(String source, byte[] photo, Instant capturedAt)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/v1/sources/%s/images".formatted(port, source)))
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + IngestorProcess.TOKEN)
            .header("Content-Type", "image/jpeg")
            .header("X-Captured-At", capturedAt.toString())
            .POST(HttpRequest.BodyPublishers.ofByteArray(photo))
            .build();
    for (int attempt = 1; ; attempt++) {
      HttpResponse<String> answer = exchange(request);
      if (answer.statusCode() != 429 || attempt == ATTEMPTS) {
        Matcher id = ID.matcher(answer.body());
        return new Answer(answer.statusCode(), id.find() ? id.group(1) : "");
      }
      ProcessAwait.within(PAUSE, () -> false);
    }
  }

  private HttpResponse<String> exchange(HttpRequest request)
      throws IOException, InterruptedException {
    AtomicBoolean answered = new AtomicBoolean();
    HttpResponse.BodyHandler<String> body =
        head -> {
          answered.set(true);
          return HttpResponse.BodyHandlers.ofString().apply(head);
        };
    HttpResponse<String> answer;
    try {
      answer = http.send(request, body);
    } catch (HttpTimeoutException | ConnectException e) {
      throw e;
    } catch (IOException e) {
      if (!reused || answered.get()) {
        throw e;
      }
      repeats++;
      reused = false;
      http = freshClient();
      answer = http.send(request, body);
    }
    reused = true;
    return answer;
  }
}
