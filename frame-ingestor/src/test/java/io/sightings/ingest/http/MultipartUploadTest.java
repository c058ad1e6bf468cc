package io.sightings.ingest.http;

import static io.sightings.ingest.http.TestUploads.IMAGES;
import static io.sightings.ingest.http.TestUploads.problem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightings.contract.image.ImageLimits;
import io.sightings.ingest.TestPhoto;
import io.sightings.ingest.http.TestUploads.Parts;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several pictures in one body, none of which is taken. Nothing here gets as far as Kafka. */
class MultipartUploadTest {
  private static final int MAX_BYTES = 100_000;

  private TestServer server;
  private TestUploads uploads;

  @BeforeEach
  void start() throws IOException {
    server =
        TestServer.start(TestServer.settings().withImage(ImageLimits.of(MAX_BYTES, 1_000_000)));
    uploads = new TestUploads(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void badPartsAreNamedByTheirNumbers() throws Exception {
    byte[] body =
        new Parts()
            .add("hello".getBytes(UTF_8), "Content-Disposition: form-data; name=\"note\"")
            .file("a.jpg", Arrays.copyOf(jpeg(), 200))
            .file("b.jpg", new byte[MAX_BYTES + 1])
            .add(jpeg(), "X-Captured-At: never")
            .end();

    JsonNode problem = problem(uploads.multipart(body), 415);

    assertThat(problem.get("problems").findValuesAsText("status"))
        .containsExactly("415", "422", "413", "400");
    assertThat(problem.get("problems").findValuesAsText("part"))
        .containsExactly("1", "2", "3", "4");
    assertThat(server.monitors.of("door", "upload").status().rejected()).isEqualTo(4);
  }

  @Test
  void aMultipartBodyWithoutItsEndIsRefused() throws Exception {
    byte[] whole = new Parts().file("a.jpg", new byte[5000]).end();

    problem(uploads.multipart(Arrays.copyOf(whole, whole.length - 20)), 400);
    problem(uploads.multipart(Arrays.copyOf(whole, 30)), 400);
    problem(uploads.multipart("no parts".getBytes(UTF_8)), 400);
    problem(uploads.multipart(new Parts().end()), 400);
    problem(uploads.multipart(new byte[0]), 400);
    problem(uploads.post(IMAGES, "multipart/form-data", whole), 400);
    problem(uploads.post(IMAGES, "multipart/form-data; boundary=" + "b".repeat(71), whole), 400);
  }

  @Test
  void aThousandPartsAreTooMany() throws Exception {
    Parts parts = new Parts();
    for (int i = 0; i < 1000; i++) {
      parts.file(i + ".jpg", new byte[1]);
    }

    assertThat(problem(uploads.multipart(parts.end()), 413).get("type").textValue())
        .endsWith("too-many-parts");
  }

  @Test
  void endlessHeadersOfAPartAreRefused() throws Exception {
    byte[] body = new Parts().add(jpeg(), "X-Long: " + "x".repeat(20_000)).end();

    problem(uploads.multipart(body), 400);
  }

  private static byte[] jpeg() throws IOException {
    return TestPhoto.of("jpg", 64, 48);
  }
}
