package io.sightings.ingest.stream;

import static org.bytedeco.ffmpeg.global.avcodec.av_parser_close;
import static org.bytedeco.ffmpeg.global.avcodec.av_parser_init;
import static org.bytedeco.ffmpeg.global.avcodec.av_parser_parse2;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParserContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** How large a key frame says to be, found out without decoding it. */
final class PictureSize {

  private PictureSize() {}

  /**
   * @return in pixels; 0 where it cannot be told
   */
  public static long of(AVCodecContext context, AVPacket packet) {
    AVCodecParserContext parser = av_parser_init(context.codec_id());
    if (parser == null || parser.isNull()) {
      return 0;
    }
    try (PointerPointer<BytePointer> data = new PointerPointer<>(1);
        IntPointer size = new IntPointer(1)) {
      // What comes is whole pictures: the parser need not wait for the next one.
      parser.flags(parser.flags() | AVCodecParserContext.PARSER_FLAG_COMPLETE_FRAMES);
      av_parser_parse2(
          parser, context, data, size, packet.data(), packet.size(), packet.pts(), packet.dts(), 0);
      return (long) parser.width() * parser.height();
    } finally {
      av_parser_close(parser);
    }
  }
}
