package io.sightings.ingest.jpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_BITSTREAM;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_PAL;

import io.sightings.ingest.address.MediaException;
import io.sightings.ingest.picture.DisplayOrientation;
import io.sightings.ingest.picture.PictureShape;
import io.sightings.ingest.picture.PixelBox;
import io.sightings.ingest.settings.FrameArea;
import io.sightings.ingest.settings.SampleSettings;
import java.util.List;
import java.util.Objects;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * What of pictures of one shape is taken: the region, without what is masked. It comes before all
 * else, when no pixel has been mixed with another yet: what masks cover is not in the result, for
 * all further processing. Of one thread.
 */
final class PictureCut implements AutoCloseable {
  private final PictureFilter filter;
  private final List<PixelBox> masks;
  private final MaskPainter painter = new MaskPainter();

  private PictureCut(PictureFilter filter, List<PixelBox> masks) {
    this.filter = filter;
    this.masks = masks;
  }

  /**
   * Areas are fractions of the upright picture, as people see it; what is decoded may lie on its
   * side.
   *
   * @return null where the whole picture is taken
   */
  public static @Nullable PictureCut of(
      PictureShape shape, DisplayOrientation orientation, SampleSettings sample)
      throws MediaException {
    int step = shape.chromaStep();
    FrameArea region = sample.region();
    PixelBox crop =
        region == null
            ? new PixelBox(0, 0, shape.width(), shape.height())
            : PixelBox.nearest(orientation.asDecoded(region), shape.width(), shape.height(), step);
    // Outward to whole chroma samples: those show some of each pixel they belong to.
    List<PixelBox> masks =
        sample.masks().stream()
            .map(orientation::asDecoded)
            .map(mask -> crop.covering(mask, shape.width(), shape.height(), step))
            .filter(Objects::nonNull)
            .toList();
    if (region == null && masks.isEmpty()) {
      return null;
    }
    return new PictureCut(new PictureFilter(shape, filters(shape, crop, masks)), masks);
  }

  private static String filters(PictureShape shape, PixelBox crop, List<PixelBox> masks) {
    String cropped =
        "crop=w=%d:h=%d:x=%d:y=%d:exact=1"
            .formatted(crop.width(), crop.height(), crop.left(), crop.top());
    if (masks.isEmpty()) {
      return cropped;
    }
    // Pixels are copied once, and only those of the region: the decoder makes later pictures of
    // its own. Where pixels are numbers of colours, or bits, black cannot be painted.
    boolean paintable = !shape.has(AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_BITSTREAM);
    return cropped + (paintable ? ",copy" : ",format=pix_fmts=rgb24,copy");
  }

  /** The part of the picture, valid until the next call; the one given stays as it is. */
  public AVFrame apply(AVFrame picture) throws MediaException {
    AVFrame result = filter.apply(picture);
    painter.paint(result, masks);
    return result;
  }

  @Override
  public void close() {
    filter.close();
    painter.close();
  }
}
