package io.sightings.ingest.stream;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What a stream shows at present.
 *
 * @param codec FFmpeg's name, such as h264
 * @param width in pixels as decoded; 0 before the first picture where the stream does not say
 * @param height in pixels as decoded; 0 before the first picture where the stream does not say
 * @param fps pictures per second as stated by the stream; 0 where it does not say
 */
public record StreamInfo(String codec, int width, int height, double fps) {

  /** Such as {@code h264 1920 x 1080, 25 fps}. */
  @Override
  public String toString() {
    String size = width == 0 ? "" : " %d x %d".formatted(width, height);
    String rate = fps == 0 ? "" : ", " + rounded(fps) + " fps";
    return codec + size + rate;
  }

  private static String rounded(double fps) {
    return new BigDecimal(fps).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }
}
