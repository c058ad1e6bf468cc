package io.sightings.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.engine.EngineUnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        .contains("yunet", "ultraface", "onet", "mobilefacenet-192", "sface", "mobileface-v2");
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
    describe("mine", Sha256Digest.of(CONTENT));
    Files.write(folder.resolve("mine.onnx"), CONTENT);
    ModelEntry entry = models().entries(ModelEntry.Role.EMBEDDER).get(0);
    assertThat(entry.name()).isEqualTo("mine");
    assertThat(entry.embedder().layout()).isEqualTo(EmbedderSpec.Layout.NHWC);
    assertThat(entry.embedder().scale()).isEqualTo(1);
    assertThat(models().read(entry)).contains(CONTENT);
  }

  @Test
  void aFileThatIsNotTheOneMeantIsRefusedWithBothHashes() throws IOException {
    describe("mine", Sha256Digest.of(CONTENT));
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
    describe("mine", "abc");
    assertThatThrownBy(this::models)
        .hasMessageContaining(folder.resolve("models.yaml").toString())
        .hasMessageContaining("mine")
        .hasMessageContaining("sha256");
  }

  @Test
  void eachSourceOfAModelIsPinnedAndNamesNoRegistry() {
    assertThat(models().list())
        .flatExtracting(status -> status.entry().sources())
        .isNotEmpty()
        .allSatisfy(
            source ->
                assertThat(source.npm() == null ? source.url() : source.integrity()).isNotNull());
    assertThat(models().entry("ultraface").sources().get(0).text())
        .isEqualTo("npm package faceplugin-face-recognition-js@0.0.1 (41 MB)");
  }

  @Test
  void aDetectorIsOfNoUseWithoutTheModelItNeeds() throws IOException {
    Files.writeString(
        folder.resolve("models.yaml"),
        """
        models:
          - {name: half, role: detector, file: half.onnx, sha256: %s, needs: other}
          - {name: other, role: landmarks, file: other.onnx, sha256: %s}
        """
            .formatted(Sha256Digest.of(CONTENT), Sha256Digest.of(CONTENT)));
    Files.write(folder.resolve("half.onnx"), CONTENT);
    assertThat(models().usable(models().entry("half"))).isFalse();
    Files.write(folder.resolve("other.onnx"), CONTENT);
    assertThat(models().usable(models().entry("half"))).isTrue();
  }

  private ModelFiles models() {
    return ModelFiles.in(List.of(folder.toString()), Map.of("XDG_CACHE_HOME", cache.toString()));
  }

  private void describe(String name, String sha256) throws IOException {
    Files.writeString(
        folder.resolve("models.yaml"),
        """
        models:
          - name: %s
            role: embedder
            file: %s.onnx
            sha256: %s
            licence: MIT
            embedder: {layout: NHWC, colours: BGR, dimension: 4, threshold: 0.5, margin: 0.1}
        """
            .formatted(name, name, sha256));
  }
}
