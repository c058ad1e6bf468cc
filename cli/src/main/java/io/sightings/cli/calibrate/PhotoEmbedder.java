package io.sightings.cli.calibrate;

import org.jspecify.annotations.Nullable;

/** Reads the face that a photo is about, as an embedding. */
interface PhotoEmbedder extends AutoCloseable {

  /**
   * @throws PhotoWithoutFaceException if the photo has no such face
   */
  float[] read(byte[] photo) throws PhotoWithoutFaceException;

  @Override
  void close();

  /** A photo without a face that can be compared; the message says why, as a sentence. */
  static final class PhotoWithoutFaceException extends Exception {
    private static final long serialVersionUID = 1L;

    PhotoWithoutFaceException(@Nullable String message) {
      super(message);
    }
  }
}
