package io.sightings.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.engine.DetectedFace;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.EngineUnavailableException;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.FrameAnalysis;
import io.sightings.engine.TestMediaFolder;
import io.sightings.engine.gallery.VectorMath;
import io.sightings.engine.image.ThumbnailMaker;
import io.sightings.engine.model.Sha256Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEngineTest {
  private static final String PHOTO = "photos/azure/Family2-Lady1.jpg";

  private TestMediaFolder media;

  @BeforeEach
  void findMedia() {
    media = TestMediaFolder.orSkip(getClass());
  }

  @Test
  void everyThreadSeesTheSame() throws Exception {
    byte[] photo = media.bytes(PHOTO);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (FaceEngine engine = FaceEngines.acquire(media.settings())) {
      List<Future<float[]>> embeddings =
          IntStream.range(0, 8)
              .mapToObj(i -> threads.submit(() -> embedding(engine, photo)))
              .toList();
      float[] first = embeddings.get(0).get();
      for (Future<float[]> embedding : embeddings) {
        assertThat(VectorMath.cosine(first, embedding.get())).isGreaterThan(0.9999f);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void anEngineServesUntilItsLastLeaseIsClosed() throws Exception {
    FaceEngine first = FaceEngines.acquire(media.settings());
    try (FaceEngine second = FaceEngines.acquire(media.settings())) {
      first.close();
      assertThat(embedding(second, media.bytes(PHOTO))).hasSize(256);
    }
    try (FaceEngine again = FaceEngines.acquire(media.settings())) {
      assertThat(embedding(again, media.bytes(PHOTO))).hasSize(256);
    }
  }

  @Test
  void aFaceTooSmallOrTooBlurredIsReportedWithoutACrop() throws Exception {
    EngineSettings strict = media.settings().withGate(new EngineSettings.Gate(1000, 15, 0.8));
    try (FaceEngine engine = FaceEngines.acquire(strict);
        FrameAnalyser analyser = engine.newAnalyser()) {
      DetectedFace face = analyser.analyse(media.bytes(PHOTO)).faces().get(0);
      assertThat(face.quality().judgeable()).isFalse();
      assertThat(face.crop()).isNull();
    }
  }

  @Test
  void aCropMakesAThumbnail() throws Exception {
    try (FaceEngine engine = FaceEngines.acquire(media.settings());
        FrameAnalyser analyser = engine.newAnalyser()) {
      FrameAnalysis analysis = analyser.analyse(media.bytes(PHOTO));
      byte[] jpeg = ThumbnailMaker.jpeg(analysis.faces().get(0).crop());
      assertThat(jpeg).startsWith((byte) 0xff, (byte) 0xd8).hasSizeBetween(1_000, 20_000);
    }
  }

  @Test
  void anyEmbedderGoesWithAnyDetector() throws Exception {
    EngineSettings settings = media.settings().withEmbedder("lbph");
    try (FaceEngine engine = FaceEngines.acquire(settings)) {
      assertThat(engine.detectorName()).isEqualTo("yunet");
      assertThat(engine.embedderName()).isEqualTo("lbph");
      assertThat(embedding(engine, media.bytes(PHOTO))).hasSize(engine.embedder().dimension());
    }
  }

  @Test
  void aDamagedModelFileIsRefusedAndNotReplacedByTheOfflineEngine(@TempDir Path folder)
      throws IOException {
    Files.write(folder.resolve("face_detection_yunet_2023mar.onnx"), new byte[] {1, 2, 3});
    EngineSettings settings =
        EngineSettings.DEFAULT.withModels(
            List.of(folder.toString(), media.path("models").toString()));
    assertThatThrownBy(() -> FaceEngines.acquire(settings))
        .isInstanceOf(EngineUnavailableException.class)
        .hasMessageContaining("SHA-256");
  }

  @Test
  void ofSeveralModelsTheOneThatMeasuredBestIsChosen() {
    EngineSettings best = media.settings("yunet", "mobilefacenet-192");
    EngineSettings open = best.withEmbedder("").withDetector(best.detector().withModel(""));
    try (FaceEngine engine = FaceEngines.acquire(open)) {
      assertThat(engine.detectorName()).isEqualTo("yunet");
      assertThat(engine.embedderName()).isEqualTo("mobilefacenet-192");
      assertThat(engine.embedder().dimension()).isEqualTo(192);
    }
  }

  @Test
  void aNetworkOfAnotherShapeIsRefusedByName(@TempDir Path folder) throws IOException {
    byte[] embedder = media.bytes("models/mobileface_identification_v2_256d.onnx");
    Files.write(folder.resolve("wrong.onnx"), embedder);
    Files.writeString(
        folder.resolve("models.yaml"),
        "models:\n  - {name: yunet, role: detector, file: wrong.onnx, sha256: "
            + Sha256Digest.of(embedder)
            + "}\n");
    EngineSettings settings =
        media.settings().withModels(List.of(folder.toString(), media.path("models").toString()));
    assertThatThrownBy(() -> FaceEngines.acquire(settings))
        .isInstanceOf(EngineUnavailableException.class)
        .hasMessageContaining("yunet");
  }

  private static float[] embedding(FaceEngine engine, byte[] photo) throws Exception {
    try (FrameAnalyser analyser = engine.newAnalyser()) {
      return engine.embedder().embed(analyser.analyse(photo).faces().get(0).crop());
    }
  }
}
