package io.sightings.cli.calibrate;

/** Reads the face that a photo is about, as an embedding. */
interface PhotoEmbedder extends AutoCloseable {

  /**
   * @throws PhotoWithoutFaceException if the photo has no such face
   */
  float[] read(byte[] photo) throws PhotoWithoutFaceException;

  @Override
  void close();
}
