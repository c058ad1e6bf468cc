package io.sightings.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.sightings.engine.EngineUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFilesTest {
  private static final byte[] CONTENT = "a model".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  @TempDir Path cache;

  @Test
  void theModelsOfThisProductAreKnownAndMissingUntilTheirFilesAreThere() {
    assertThat(models().list())
        .extracting(status -> status.entry().name())
        .contains("yunet", "sface", "mobileface-v2");
    assertThat(models().list())
        .extracting(ModelStatus::state)
        .containsOnly(ModelStatus.State.MISSING);
  }

  @Test
  void eachModelOfThisProductNamesItsLicenceTheTextOfItAndItsOrigin() {
    assertThat(models().list())
        .extracting(ModelStatus::entry)
        .allSatisfy(
            entry -> {
              assertThat(entry.licence()).isIn("MIT", "Apache-2.0");
              assertThat(entry.terms()).contains(entry.licence(), "https://", entry.origin());
            });
  }

  @Test
  void aModelDescribedBesideItsFileIsFoundAndComesFirst() throws IOException {
    describe("mine", Sha256Digest.of(CONTENT), null);
    Files.write(folder.resolve("mine.onnx"), CONTENT);
    ModelEntry entry = models().entries(ModelEntry.Role.EMBEDDER).get(0);
    assertThat(entry.name()).isEqualTo("mine");
    assertThat(entry.embedder().layout()).isEqualTo(EmbedderSpec.Layout.NHWC);
    assertThat(entry.embedder().scale()).isEqualTo(1);
    assertThat(models().read(entry)).contains(CONTENT);
  }

  @Test
  void aFileThatIsNotTheOneMeantIsRefusedWithBothHashes() throws IOException {
    describe("mine", Sha256Digest.of(CONTENT), null);
    Files.writeString(folder.resolve("mine.onnx"), "something else");
    ModelFiles models = models();
    assertThatThrownBy(() -> models.read(models.entry("mine")))
        .isInstanceOf(EngineUnavailableException.class)
        .hasMessageContaining(folder.resolve("mine.onnx").toString())
        .hasMessageContaining(Sha256Digest.of(CONTENT))
        .hasMessageContaining(Sha256Digest.of("something else".getBytes(StandardCharsets.UTF_8)));
    assertThat(models.list().get(0).state()).isEqualTo(ModelStatus.State.WRONG_HASH);
  }

  @Test
  void anEntryWithoutAHashIsRefusedNamingTheFileAndTheModel() throws IOException {
    describe("mine", "abc", null);
    assertThatThrownBy(this::models)
        .hasMessageContaining(folder.resolve("models.yaml").toString())
        .hasMessageContaining("mine")
        .hasMessageContaining("sha256");
  }

  @Test
  void aDownloadedModelLiesInTheCacheAndIsNotDownloadedAgain() throws IOException {
    try (Server server = new Server(CONTENT)) {
      describe("mine", Sha256Digest.of(CONTENT), server.url());
      Path file = models().fetch("mine");
      assertThat(file).startsWith(cache).hasBinaryContent(CONTENT);
      assertThat(models().fetch("mine")).isEqualTo(file);
      assertThat(server.requests).isOne();
    }
  }

  @Test
  void aDownloadWithTheWrongContentLeavesNothingBehind() throws IOException {
    try (Server server = new Server("tampered with".getBytes(StandardCharsets.UTF_8))) {
      describe("mine", Sha256Digest.of(CONTENT), server.url());
      assertThatThrownBy(() -> models().fetch("mine"))
          .hasMessageContaining("SHA-256")
          .hasMessageContaining(server.url());
      try (Stream<Path> left = Files.walk(cache).filter(Files::isRegularFile)) {
        assertThat(left).isEmpty();
      }
    }
  }

  @Test
  void aModelWithoutAnAddressSaysWhereToPutItsFile() {
    assertThatThrownBy(() -> models().fetch("mobileface-v2"))
        .hasMessageContaining("mobileface_identification_v2_256d.onnx")
        .hasMessageContaining(cache.toString());
  }

  private ModelFiles models() {
    return ModelFiles.in(List.of(folder.toString()), Map.of("XDG_CACHE_HOME", cache.toString()));
  }

  private void describe(String name, String sha256, String url) throws IOException {
    Files.writeString(
        folder.resolve("models.yaml"),
        """
        models:
          - name: %s
            role: embedder
            file: %s.onnx
            sha256: %s
            licence: MIT
            url: %s
            embedder: {layout: NHWC, colours: BGR, dimension: 4, threshold: 0.5, margin: 0.1}
        """
            .formatted(name, name, sha256, url == null ? "~" : url));
  }

  /** Answers every request with one content. */
  private static final class Server implements AutoCloseable {
    private final HttpServer server;
    private volatile int requests;

    Server(byte[] content) throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            requests++;
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
          });
      server.start();
    }

    String url() {
      return "http://"
          + server.getAddress().getHostString()
          + ":"
          + server.getAddress().getPort()
          + "/mine.onnx";
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
