package io.sightings.emulator.operations;

import io.sightings.emulator.faces.ImageValidator;
import io.sightings.emulator.wire.ApiErrorException;
import io.sightings.emulator.wire.ApiRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The picture of a call: its body, or what its body's URL leads to. */
final class RequestImageReader {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient web =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  byte[] of(ApiRequest call) {
    return switch (call.mediaType()) {
      case "application/octet-stream" -> call.body();
      case "application/json" -> fetch(call.members().text("url"));
      default ->
          throw ApiErrorException.unsupportedMedia(
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
        byte[] image = body.readNBytes(ImageValidator.MOST_BYTES + 1);
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

  private static ApiErrorException unreachable() {
    return invalid(
        "Invalid image URL or error downloading from target server. Remote server error returned:"
            + " \"An error occurred while sending the request.\"");
  }

  private static ApiErrorException invalid(String message) {
    return new ApiErrorException(400, "InvalidURL", message);
  }
}
