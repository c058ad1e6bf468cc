package io.sightings.engine;

/** Finds and crops the faces of encoded pictures. Holds reused native buffers: one per thread. */
public interface FrameAnalyser extends AutoCloseable {

  /**
   * @param image an encoded JPEG, PNG, BMP or WebP picture
   * @throws UnreadableImageException if the bytes are no such picture, are damaged or are beyond
   *     the bounds
   */
  Analysis analyse(byte[] image) throws UnreadableImageException;

  @Override
  void close();
}
