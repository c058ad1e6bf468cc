package io.sightings.job.scene;

import io.sightings.contract.image.UnreadableImageException;
import io.sightings.engine.DetectedFace;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.FrameAnalyser;
import io.sightings.scenes.WalkScene;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** The faces that the engine finds in a scene's pictures; each picture is drawn once. */
final class SceneObserver implements AutoCloseable {
  private static final float JPEG_QUALITY = 0.9f;

  private final WalkScene scene;
  private final FaceEngine engine;
  private final FrameAnalyser analyser;
  private final Map<Long, List<ObservedFace>> seen = new HashMap<>();

  SceneObserver(WalkScene scene, FaceEngine engine) {
    this.scene = scene;
    this.engine = engine;
    analyser = engine.newAnalyser();
  }

  /**
   * @param millis time of the scene
   */
  List<ObservedFace> at(long millis) {
    return seen.computeIfAbsent(millis, this::observe);
  }

  private List<ObservedFace> observe(long millis) {
    try {
      List<ObservedFace> faces = new ArrayList<>();
      for (DetectedFace face : analyser.analyse(jpeg(scene.frame(millis / 1000.0))).faces()) {
        boolean judgeable = face.quality().judgeable();
        faces.add(
            new ObservedFace(
                face.box(),
                face.quality().overall(),
                judgeable,
                judgeable ? engine.embedder().embed(face.crop()) : null));
      }
      return faces;
    } catch (UnreadableImageException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] jpeg(BufferedImage picture) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(JPEG_QUALITY);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(picture, null, null), param);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    analyser.close();
  }
}
