package io.sightings.cli.calibrate;

/** Reads the face that a photo is about, as an embedding. */
interface FaceReader extends AutoCloseable {

  /**
   * @throws UnusablePhotoException if the photo has no such face
   */
  float[] read(byte[] photo) throws UnusablePhotoException;

  @Override
  void close();
}
