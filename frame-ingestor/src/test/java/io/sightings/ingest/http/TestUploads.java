package io.sightings.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightings.contract.codec.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** Uploads to a test server, and what it answers. */
record TestUploads(TestServer server) {
  static final String IMAGES = "/v1/sources/door/images";
  static final String BOUNDARY = "part-of-a-test";

  /** With the token, and yet without a body. */
  HttpRequest.Builder to(String path) {
    return server.request(path).header("Authorization", "Bearer " + TestServer.TOKEN);
  }

  HttpResponse<String> image(byte[] picture, String... headers) throws Exception {
    return post(IMAGES, "image/jpeg", picture, headers);
  }

  HttpResponse<String> post(String path, String type, byte[] body, String... headers)
      throws Exception {
    return server.send(posted(path, type, body, headers));
  }

  CompletableFuture<HttpResponse<String>> later(byte[] picture) {
    return server.sendLater(posted(IMAGES, "image/jpeg", picture));
  }

  private HttpRequest posted(String path, String type, byte[] body, String... headers) {
    HttpRequest.Builder request = to(path).header("Content-Type", type);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
  }

  HttpResponse<String> multipart(byte[] body) throws Exception {
    return post(IMAGES, "multipart/form-data; boundary=" + BOUNDARY, body);
  }

  /** The head of a raw request with the token. */
  static String head(String path, String... headers) {
    return "POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n%s\r\n"
        .formatted(
            path,
            TestServer.TOKEN,
            headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n");
  }

  static JsonNode json(HttpResponse<String> answer, int status) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return Json.read(answer.body().getBytes(UTF_8), JsonNode.class);
  }

  /** Asserts that the answer is a problem that says nothing of the inside. */
  static JsonNode problem(HttpResponse<String> answer, int status) throws Exception {
    JsonNode problem = json(answer, status);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(problem.get("status").intValue()).isEqualTo(status);
    assertThat(problem.get("detail").textValue()).isNotBlank();
    assertThat(answer.body())
        .doesNotContain("Exception", "io.sightings", "java.", TestServer.TOKEN);
    return problem;
  }

  /** A multipart body in the making. */
  static final class Parts {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Parts add(byte[] content, String... headers) throws IOException {
      body.write(("--" + BOUNDARY + "\r\n").getBytes(UTF_8));
      for (String header : headers) {
        body.write((header + "\r\n").getBytes(UTF_8));
      }
      body.write("\r\n".getBytes(UTF_8));
      body.write(content);
      body.write("\r\n".getBytes(UTF_8));
      return this;
    }

    Parts file(String name, byte[] content) throws IOException {
      return add(
          content,
          "Content-Disposition: form-data; name=\"image\"; filename=\"" + name + "\"",
          "Content-Type: image/jpeg");
    }

    byte[] unfinished() {
      return body.toByteArray();
    }

    byte[] end() throws IOException {
      body.write(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
      return body.toByteArray();
    }
  }
}
