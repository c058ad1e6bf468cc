package io.sightings.emulator.operations;

import io.sightings.emulator.faces.ImageRules;
import io.sightings.emulator.wire.ApiCall;
import io.sightings.emulator.wire.ApiProblem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The picture of a call: its body, or what its body's URL leads to. */
final class CallImage {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient web =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  byte[] of(ApiCall call) {
    return switch (call.mediaType()) {
      case "application/octet-stream" -> call.body();
      case "application/json" -> fetch(call.members().text("url"));
      default ->
          throw ApiProblem.unsupportedMedia(
              "For an image URL, Content-Type should be application/json; for a local image,"
                  + " application/octet-stream.");
    };
  }

  private byte[] fetch(@Nullable String url) {
    HttpRequest request;
    try {
      request =
          HttpRequest.newBuilder(URI.create(url == null ? "" : url)).timeout(PATIENCE).build();
    } catch (IllegalArgumentException e) { // no URL, or none of HTTP
      throw invalid("Invalid image URL.");
    }
    try {
      HttpResponse<InputStream> answer =
          web.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        byte[] image = body.readNBytes(ImageRules.MOST_BYTES + 1);
        if (answer.statusCode() == 200) {
          return image;
        }
      }
    } catch (IOException e) {
      throw unreachable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable();
    }
    throw unreachable();
  }

  private static ApiProblem unreachable() {
    return invalid(
        "Invalid image URL or error downloading from target server. Remote server error returned:"
            + " \"An error occurred while sending the request.\"");
  }

  private static ApiProblem invalid(String message) {
    return new ApiProblem(400, "InvalidURL", message);
  }
}
