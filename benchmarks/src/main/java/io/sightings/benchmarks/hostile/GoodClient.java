package io.sightings.benchmarks.hostile;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends good pictures, and comes back where it is asked to. */
final class GoodClient {
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int ACCEPTED = 202;
  private static final int BUSY = 429;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI images;

  GoodClient(int port) {
    images = URI.create("http://127.0.0.1:" + port + Heads.IMAGES);
  }

  /**
   * How a picture fared.
   *
   * @param id of its frame; null where it was not taken
   * @param status the last one
   * @param busy how often it was asked to come back
   * @param nanos the last attempt took
   */
  record Answer(String id, int status, int busy, long nanos) {}

  Answer send(byte[] picture) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(images)
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + Heads.TOKEN)
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(picture))
            .build();
    for (int busy = 0; ; busy++) {
      long start = System.nanoTime();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      long nanos = System.nanoTime() - start;
      if (answer.statusCode() != BUSY) {
        Matcher id = ID.matcher(answer.body());
        boolean taken = answer.statusCode() == ACCEPTED && id.find();
        return new Answer(taken ? id.group(1) : null, answer.statusCode(), busy, nanos);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
