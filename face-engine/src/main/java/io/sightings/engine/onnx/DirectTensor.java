package io.sightings.engine.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * A tensor whose memory Java and ONNX Runtime share: written or read in place, used again and
 * again.
 */
public final class DirectTensor implements AutoCloseable {
  private final FloatBuffer values;
  private final OnnxTensor tensor;

  public DirectTensor(long... shape) {
    long count = 1;
    for (long side : shape) {
      count *= side;
    }
    this.values =
        ByteBuffer.allocateDirect(Math.toIntExact(count * Float.BYTES))
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    try {
      this.tensor = OnnxTensor.createTensor(OnnxSessionFactory.environment(), values, shape);
    } catch (OrtException e) {
      throw new IllegalStateException(
          "ONNX Runtime could not make a tensor of " + count + " values.", e);
    }
  }

  public FloatBuffer values() {
    return values;
  }

  public OnnxTensor tensor() {
    return tensor;
  }

  @Override
  public void close() {
    tensor.close();
  }
}
