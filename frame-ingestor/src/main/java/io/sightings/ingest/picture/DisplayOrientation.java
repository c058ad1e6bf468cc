package io.sightings.ingest.picture;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;

import io.sightings.ingest.settings.FrameArea;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.javacpp.IntPointer;

/**
 * How a picture must be turned to be upright. Telephones record as the sensor lies and say in a
 * display matrix how to show it.
 */
public enum DisplayOrientation {
  UPRIGHT("", false, false, false),
  MIRRORED("hflip", false, true, false),
  UPSIDE_DOWN("hflip,vflip", false, true, true),
  FLIPPED("vflip", false, false, true),
  CLOCKWISE("transpose=clock", true, false, true),
  COUNTERCLOCKWISE("transpose=cclock", true, true, false),
  TRANSPOSED("transpose=cclock_flip", true, false, false),
  ANTITRANSPOSED("transpose=clock_flip", true, true, true);

  private final String filter;
  private final boolean swapsSides;

  /** Whether what is left in the decoded picture is, sides not yet swapped, on the right. */
  private final boolean sideways;

  private final boolean upsideDown;

  DisplayOrientation(String filter, boolean swapsSides, boolean sideways, boolean upsideDown) {
    this.filter = filter;
    this.swapsSides = swapsSides;
    this.sideways = sideways;
    this.upsideDown = upsideDown;
  }

  /** FFmpeg's filters that turn it; empty where there is nothing to do. */
  public String filter() {
    return filter;
  }

  public boolean swapsSides() {
    return swapsSides;
  }

  /** Where a part of the upright picture lies in the decoded one. */
  public FrameArea asDecoded(FrameArea shown) {
    return (swapsSides ? shown.transposed() : shown).mirrored(sideways, upsideDown);
  }

  public static DisplayOrientation of(AVCodecParameters stream) {
    int count = stream.nb_coded_side_data();
    if (count == 0) {
      return UPRIGHT;
    }
    AVPacketSideData found =
        av_packet_side_data_get(stream.coded_side_data(), count, AV_PKT_DATA_DISPLAYMATRIX);
    if (found == null || found.isNull()) {
      return UPRIGHT;
    }
    int[] matrix = new int[9];
    new IntPointer(found.data()).get(matrix);
    return of(matrix);
  }

  /**
   * @param matrix FFmpeg's display matrix, row by row: x' = m0 x + m3 y, y' = m1 x + m4 y. Only
   *     quarter turns are followed; any other is taken for the nearest.
   */
  public static DisplayOrientation of(int[] matrix) {
    long straight = Math.abs((long) matrix[0]) + Math.abs((long) matrix[4]);
    long crossed = Math.abs((long) matrix[1]) + Math.abs((long) matrix[3]);
    if (crossed <= straight) {
      boolean left = matrix[0] < 0;
      boolean up = matrix[4] < 0;
      return left ? up ? UPSIDE_DOWN : MIRRORED : up ? FLIPPED : UPRIGHT;
    }
    boolean left = matrix[3] < 0;
    boolean up = matrix[1] < 0;
    return left ? up ? ANTITRANSPOSED : CLOCKWISE : up ? COUNTERCLOCKWISE : TRANSPOSED;
  }
}
