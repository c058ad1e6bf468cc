package io.sightings.engine.embed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import io.sightings.engine.DetectedFace;
import io.sightings.engine.EngineUnavailableException;
import io.sightings.engine.FaceEmbedder;
import io.sightings.engine.gallery.VectorMath;
import io.sightings.engine.model.EmbedderSpec;
import io.sightings.engine.onnx.DirectTensor;
import io.sightings.engine.onnx.OnnxModel;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A face embedder on ONNX Runtime. */
public final class OnnxEmbedder implements FaceEmbedder, AutoCloseable {
  private final String name;
  private final EmbedderSpec spec;
  private final CropTensorConverter conversion;
  private final OnnxModel model;
  private final String input;
  private final String output;

  /** Buffers at rest; there are never more than threads that embed. */
  private final Queue<Buffers> idle = new ConcurrentLinkedQueue<>();

  private volatile boolean closed;

  private OnnxEmbedder(String name, EmbedderSpec spec, OnnxModel model) {
    this.name = name;
    this.spec = spec;
    this.conversion = new CropTensorConverter(spec);
    this.model = model;
    this.input = spec.input() == null ? model.input() : spec.input();
    this.output = model.output();
  }

  /**
   * @throws EngineUnavailableException if ONNX Runtime cannot load it, or it is not as described
   */
  public static OnnxEmbedder load(String name, EmbedderSpec spec, byte[] onnx) {
    OnnxEmbedder embedder = new OnnxEmbedder(name, spec, OnnxModel.load(name, onnx));
    try {
      embedder.run(new byte[DetectedFace.CROP_BYTES]);
      return embedder;
    } catch (OrtException | IllegalArgumentException e) {
      embedder.close();
      throw new EngineUnavailableException(
          "The embedder "
              + name
              + " does not take a 112x112 picture as models.yaml describes it: "
              + e.getMessage(),
          e);
    }
  }

  @Override
  public float[] embed(byte[] crop) {
    if (crop.length != DetectedFace.CROP_BYTES) {
      throw new IllegalArgumentException(
          "A crop of "
              + crop.length
              + " bytes cannot be embedded; it must have "
              + DetectedFace.CROP_BYTES
              + ".");
    }
    try {
      float[] embedding = run(crop);
      VectorMath.normalise(embedding);
      return embedding;
    } catch (OrtException e) {
      throw new IllegalStateException("The embedder " + name + " failed.", e);
    }
  }

  private float[] run(byte[] crop) throws OrtException {
    Buffers buffers = idle.poll();
    if (buffers == null) {
      buffers = new Buffers(conversion.shape(), spec.dimension());
    }
    try {
      conversion.convert(crop, buffers.values);
      buffers.input.values().put(0, buffers.values);
      Map<String, OnnxTensor> inputs = Map.of(input, buffers.input.tensor());
      Map<String, OnnxTensor> outputs = Map.of(output, buffers.output.tensor());
      model.run(inputs, outputs);
      float[] embedding = new float[spec.dimension()];
      buffers.output.values().get(0, embedding);
      return embedding;
    } finally {
      idle.add(buffers);
      if (closed) {
        dropBuffers();
      }
    }
  }

  @Override
  public String model() {
    return name;
  }

  @Override
  public int dimension() {
    return spec.dimension();
  }

  @Override
  public float threshold() {
    return spec.threshold();
  }

  @Override
  public float drawnThreshold() {
    return spec.drawnThreshold();
  }

  @Override
  public float margin() {
    return spec.margin();
  }

  @Override
  public void close() {
    closed = true;
    model.close();
    dropBuffers();
  }

  private void dropBuffers() {
    for (Buffers buffers = idle.poll(); buffers != null; buffers = idle.poll()) {
      buffers.close();
    }
  }

  /** What one run needs. */
  private static final class Buffers implements AutoCloseable {
    private final float[] values = new float[DetectedFace.CROP_BYTES];
    private final DirectTensor input;
    private final DirectTensor output;

    Buffers(long[] inputShape, int dimension) {
      this.input = new DirectTensor(inputShape);
      this.output = new DirectTensor(1, dimension);
    }

    @Override
    public void close() {
      input.close();
      output.close();
    }
  }
}
