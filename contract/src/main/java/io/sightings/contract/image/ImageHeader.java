package io.sightings.contract.image;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * A picture that passed {@link ImageChecker}.
 *
 * @param format how it is encoded
 * @param width in pixels as stored, 1 to 65,535
 * @param height in pixels as stored, 1 to 65,535
 * @param exif what its EXIF data say
 * @param memory in bytes that decoding may take, at most
 * @param pixels the same picture without metadata: the parts of the file that a decoder needs, in
 *     order. Decoders get only these, because they unpack compressed comments and colour profiles
 *     of any size before they look at a pixel
 */
public record ImageHeader(
    ImageFormat format,
    int width,
    int height,
    ExifData exif,
    long memory,
    List<ByteBuffer> pixels) {

  /** In pixels, after the EXIF rotation. */
  public int uprightWidth() {
    return exif.swapsSides() ? height : width;
  }

  /** In pixels, after the EXIF rotation. */
  public int uprightHeight() {
    return exif.swapsSides() ? width : height;
  }
}
