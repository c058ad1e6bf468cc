package io.sightings.ingest.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.javacpp.IntPointer;

/**
 * How a picture must be turned to be upright. Telephones record as the sensor lies and say in a
 * display matrix how to show it.
 */
enum Orientation {
  UPRIGHT("", false),
  MIRRORED("hflip", false),
  UPSIDE_DOWN("hflip,vflip", false),
  FLIPPED("vflip", false),
  CLOCKWISE("transpose=clock", true),
  COUNTERCLOCKWISE("transpose=cclock", true),
  TRANSPOSED("transpose=cclock_flip", true),
  ANTITRANSPOSED("transpose=clock_flip", true);

  private final String filter;
  private final boolean swapsSides;

  Orientation(String filter, boolean swapsSides) {
    this.filter = filter;
    this.swapsSides = swapsSides;
  }

  /** FFmpeg's filters that turn it; empty where there is nothing to do. */
  String filter() {
    return filter;
  }

  boolean swapsSides() {
    return swapsSides;
  }

  static Orientation of(AVCodecParameters stream) {
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
  static Orientation of(int[] matrix) {
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
