package io.sightings.faults.hostile.neighbour;

import io.sightings.cluster.process.ProcessAwait;
import io.sightings.faults.product.KillableIngestor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Uploads good photos, and repeats an upload that is answered 429. */
final class PhotoUploadClient {
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int ATTEMPTS = 100;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;

  PhotoUploadClient(int port) {
    this.port = port;
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
            .header("Authorization", "Bearer " + KillableIngestor.TOKEN)
            .header("Content-Type", "image/jpeg")
            .header("X-Captured-At", capturedAt.toString())
            .POST(HttpRequest.BodyPublishers.ofByteArray(photo))
            .build();
    for (int attempt = 1; ; attempt++) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 429 || attempt == ATTEMPTS) {
        Matcher id = ID.matcher(answer.body());
        return new Answer(answer.statusCode(), id.find() ? id.group(1) : "");
      }
      ProcessAwait.within(PAUSE, () -> false);
    }
  }
}
