package io.sightings.ingest.jpeg;

import io.sightings.ingest.address.MediaException;
import io.sightings.ingest.picture.DisplayOrientation;
import io.sightings.ingest.picture.PictureReader;
import io.sightings.ingest.picture.PictureShape;
import io.sightings.ingest.settings.SampleSettings;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * Writes pictures as JPEG, straight from the decoder's YUV: upright, with square pixels, and of
 * JPEG's own colours, so that a reader sees what the video shows; of them the region that is
 * wanted, without what is masked. Pictures may change their size on the way. Holds native memory
 * until closed. Of one thread.
 */
public final class JpegWriter implements AutoCloseable {
  private static final int WORST_QUALITY = 31;

  private final SampleSettings sample;
  private final int maxBytes;
  private @Nullable PictureShape shape;
  private @Nullable DisplayOrientation orientation;
  private @Nullable PictureCut cut;
  private @Nullable PictureFilter filter;
  private @Nullable MjpegEncoder encoder;

  /**
   * @param sample what of the pictures is taken, how large and in what quality
   * @param maxBytes pictures that would be larger are written in lower quality
   */
  public JpegWriter(SampleSettings sample, int maxBytes) {
    this.sample = sample;
    this.maxBytes = maxBytes;
  }

  /**
   * The current picture.
   *
   * @throws MediaException if it cannot be encoded within the bounds
   */
  public EncodedImage write(PictureReader pictures) throws MediaException {
    AVFrame picture = prepared(pictures);
    if (encoder == null || !encoder.fits(picture)) {
      closeEncoder();
      encoder = new MjpegEncoder(picture);
    }
    byte[] bytes = encoder.encode(picture, sample.quality());
    for (int q = sample.quality() * 2; bytes.length > maxBytes && q <= WORST_QUALITY; q *= 2) {
      bytes = encoder.encode(picture, q);
    }
    if (bytes.length > maxBytes) {
      throw new MediaException(
          "a picture of %d x %d pixels is larger than image.maxBytes (%d) allows: set sample.maxWidth"
              .formatted(picture.width(), picture.height(), maxBytes));
    }
    return new EncodedImage(bytes, "image/jpeg", picture.width(), picture.height());
  }

  private AVFrame prepared(PictureReader pictures) throws MediaException {
    AVFrame picture = pictures.frame();
    PictureShape found = PictureShape.of(picture);
    boolean same = found.equals(shape) && pictures.orientation() == orientation;
    if (!same) {
      closeFilters();
      cut = PictureCut.of(found, pictures.orientation(), sample);
    }
    AVFrame taken = cut == null ? picture : cut.apply(picture);
    if (!same) {
      filter =
          JpegFilterFactory.of(PictureShape.of(taken), pictures.orientation(), sample.maxWidth());
      shape = found;
      orientation = pictures.orientation();
    }
    return filter == null ? taken : filter.apply(taken);
  }

  private void closeFilters() {
    // Should making new ones fail, the next picture tries again.
    shape = null;
    if (cut != null) {
      cut.close();
      cut = null;
    }
    if (filter != null) {
      filter.close();
      filter = null;
    }
  }

  private void closeEncoder() {
    if (encoder != null) {
      encoder.close();
      encoder = null;
    }
  }

  @Override
  public void close() {
    closeFilters();
    closeEncoder();
  }
}
