package io.sightings.ingest.media;

import io.sightings.ingest.settings.SampleSettings;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Writes pictures of videos and streams as JPEG, straight from the decoder's YUV: upright, with
 * square pixels, and of JPEG's own colours, so that a reader sees what they show. Holds native
 * memory until closed. Of one thread.
 */
public final class JpegWriter implements AutoCloseable {
  private static final int WORST_QUALITY = 31;
  private static final String JPEG_COLOURS = ":out_range=pc:out_color_matrix=bt601";

  private final int quality;
  private final int maxWidth;
  private final int maxBytes;
  private PictureShape shape;
  private PictureFilter filter;
  private MjpegEncoder encoder;

  /**
   * @param sample what of the pictures is taken, how large and in what quality
   * @param maxBytes pictures that would be larger are written in lower quality
   */
  public JpegWriter(SampleSettings sample, int maxBytes) {
    this.quality = sample.quality();
    this.maxWidth = sample.maxWidth();
    this.maxBytes = maxBytes;
  }

  /**
   * The current picture.
   *
   * @throws MediaException if it cannot be encoded within the bounds
   */
  public EncodedImage write(Pictures pictures) throws MediaException {
    AVFrame picture = prepared(pictures);
    if (encoder == null || !encoder.fits(picture)) {
      closeEncoder();
      encoder = new MjpegEncoder(picture);
    }
    byte[] bytes = encoder.encode(picture, quality);
    for (int q = quality * 2; bytes.length > maxBytes && q <= WORST_QUALITY; q *= 2) {
      bytes = encoder.encode(picture, q);
    }
    if (bytes.length > maxBytes) {
      throw new MediaException(
          "a picture of %d x %d pixels is larger than image.maxBytes (%d) allows: set image.maxWidth"
              .formatted(picture.width(), picture.height(), maxBytes));
    }
    return new EncodedImage(bytes, "image/jpeg", picture.width(), picture.height());
  }

  private AVFrame prepared(Pictures pictures) throws MediaException {
    AVFrame picture = pictures.frame();
    PictureShape found = PictureShape.of(picture);
    if (!found.equals(shape)) {
      closeFilter();
      String chain = chain(found, pictures.orientation());
      filter = chain.isEmpty() ? null : new PictureFilter(found, chain);
      shape = found;
    }
    return filter == null ? picture : filter.apply(picture);
  }

  /** Sizes first, as turning costs by the pixel. */
  private String chain(PictureShape found, Orientation orientation) {
    int shownWidth = orientation.swapsSides() ? found.height() : found.squareWidth();
    double scale = maxWidth == 0 ? 1 : Math.min(1, (double) maxWidth / shownWidth);
    int width = even(found.squareWidth() * scale);
    int height = even(found.height() * scale);
    boolean resized = scale < 1 || found.squareWidth() != found.width();
    List<String> filters = new ArrayList<>();
    if (resized) {
      filters.add("scale=w=" + width + ":h=" + height + ":flags=area" + JPEG_COLOURS);
    } else if (!found.isJpegs()) {
      filters.add("scale=flags=bilinear" + JPEG_COLOURS);
    }
    if (!filters.isEmpty()) {
      filters.add("format=pix_fmts=yuv420p");
    }
    if (!orientation.filter().isEmpty()) {
      filters.add(orientation.filter());
    }
    return String.join(",", filters);
  }

  private static int even(double side) {
    return Math.max(2, (int) Math.round(side / 2) * 2);
  }

  private void closeFilter() {
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
    closeFilter();
    closeEncoder();
  }
}
