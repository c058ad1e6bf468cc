package io.sightings.ingest.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;

import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;

/**
 * The decoders that FFmpeg may use: of what cameras, recorders and phones write, and of the raw
 * formats of {@link FormatWhitelist}. FFmpeg has hundreds more, of games and of codecs too new to
 * be tested well, and each is native code that a file could reach. Sound is never decoded.
 *
 * <p>The names are those of FFmpeg's decoders. A context that a demuxer opens by itself inherits
 * the list.
 */
public final class CodecWhitelist {
  public static final String OPTION = "codec_whitelist";

  private static final List<String> DECODERS =
      List.of(
          "h264",
          "hevc",
          "libaom-av1",
          "vp8",
          "vp9",
          "mpeg1video",
          "mpeg2video",
          "mpegvideo",
          "mpeg4",
          "msmpeg4v1",
          "msmpeg4v2",
          "msmpeg4",
          "wmv1",
          "wmv2",
          "wmv3",
          "vc1",
          "h261",
          "h263",
          "h263i",
          "h263p",
          "flv",
          "vp6",
          "vp6a",
          "vp6f",
          "theora",
          "rv10",
          "rv20",
          "rv30",
          "rv40",
          "cavs",
          "dirac",
          // Editing, and lossless recording.
          "prores",
          "dnxhd",
          "dvvideo",
          "ffv1",
          "huffyuv",
          "ffvhuff",
          // Sequences of pictures.
          "mjpeg",
          "jpeg2000",
          "png",
          "apng",
          "gif",
          "webp",
          // Uncompressed; webcams give these.
          "rawvideo",
          "wrapped_avframe");

  private CodecWhitelist() {}

  /** The list as FFmpeg's option takes it. */
  public static String decoders() {
    return String.join(",", DECODERS);
  }

  /**
   * Finds the decoder of a codec.
   *
   * @param codec FFmpeg's id
   * @return empty where FFmpeg has none, or where it is not on the list
   */
  public static Optional<AVCodec> decoder(int codec) {
    return Optional.ofNullable(avcodec_find_decoder(codec))
        .filter(decoder -> DECODERS.contains(decoder.name().getString()));
  }

  /**
   * Says why there is no decoder.
   *
   * @param codec FFmpeg's id
   */
  public static String refusal(int codec) {
    return "video of the codec %s is not read".formatted(avcodec_get_name(codec).getString());
  }
}
