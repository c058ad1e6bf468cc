package io.sightings.contract.image;

/** Judges the size of a picture as soon as it is known. */
@FunctionalInterface
interface SizeCheck {
  void require(ImageFormat format, long width, long height) throws UnreadableImageException;
}
