package io.sightings.ingest.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AV1;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_LCEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MAGICYUV;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP9;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VVC;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_configuration;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder_by_name;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodecWhitelistTest {

  @Test
  void eachNameIsOneOfFfmpegsDecoders() {
    assertThat(CodecWhitelist.decoders().split(","))
        .doesNotHaveDuplicates()
        .allMatch(name -> avcodec_find_decoder_by_name(name) != null);
  }

  @ParameterizedTest
  @ValueSource(ints = {AV_CODEC_ID_H264, AV_CODEC_ID_HEVC, AV_CODEC_ID_AV1, AV_CODEC_ID_VP9})
  void whatCamerasSendIsDecoded(int codec) {
    assertThat(CodecWhitelist.decoder(codec)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(ints = {AV_CODEC_ID_VVC, AV_CODEC_ID_LCEVC, AV_CODEC_ID_MAGICYUV})
  void whatNoCameraSendsIsNotDecoded(int codec) {
    assertThat(CodecWhitelist.decoder(codec)).isEmpty();
  }

  /** With it, FFmpeg would decode LCEVC within its H.264 decoder. */
  @Test
  void ffmpegIsBuiltWithoutTheLibraryForLcevc() {
    assertThat(avcodec_configuration().getString()).doesNotContain("lcevc");
  }
}
