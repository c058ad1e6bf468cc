package io.sightings.engine.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.sightings.engine.EngineUnavailableException;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A loaded ONNX model that any number of threads may run side by side. Closing it waits for them:
 * ONNX Runtime would take the whole process down if a session were freed under a running thread.
 */
public final class OnnxModel implements AutoCloseable {
  private final String name;
  private final OrtSession session;
  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private boolean closed;

  OnnxModel(String name, OrtSession session) {
    this.name = name;
    this.session = session;
  }

  /**
   * @throws EngineUnavailableException if the model cannot be loaded
   */
  public static OnnxModel load(String name, byte[] onnx) {
    return new OnnxModel(name, OnnxSessionFactory.load(name, onnx));
  }

  public String input() {
    return session.getInputNames().iterator().next();
  }

  public String output() {
    return session.getOutputNames().iterator().next();
  }

  /**
   * Runs the model, writing its results into {@code outputs}.
   *
   * @throws IllegalStateException if the model is closed
   * @throws OrtException if the tensors do not fit the model
   */
  public void run(Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> outputs)
      throws OrtException {
    use.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException(
            "The model " + name + " is closed; acquire another engine.");
      }
      session.run(inputs, outputs).close();
    } finally {
      use.readLock().unlock();
    }
  }

  @Override
  public void close() {
    use.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        session.close();
      }
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime could not close " + name + ".", e);
    } finally {
      use.writeLock().unlock();
    }
  }
}
