package io.sightings.faults.hostile.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;

/** Kinds of hostile videos, for every entrance that takes videos. */
final class VideoKinds {
  private static final int HEADER_BYTES = 1500;
  private static final int USUAL = 10;

  /** Beginnings by which FFmpeg takes a file for one of its rarer formats. */
  private static final List<String> MAGICS =
      List.of(
          "RIFF\0\0\0\0AVI LIST",
          "RIFF\0\0\0\0WAVEfmt ",
          "FORM\0\0\0\0ILBM",
          "OggS\0\2",
          "fLaC\0",
          "#!AMR\n",
          "\u001aE\u00df\u00a3",
          "FLV\1\5\0\0\0\t",
          "MThd\0\0\0\6",
          "GIF89a",
          "BIKi",
          "THP\0",
          "caff\0\1",
          "DKIF\0\0",
          "nut/multimedia container\0",
          "YUV4MPEG2 W9 H9 F1:1\nFRAME\n",
          "\0\0\1\u00ba",
          "\0\0\1\u00b3",
          "\0\0\0\1\u0067",
          "G@\0\u0010",
          "\u0030\u0026\u00b2\u0075\u008e\u0066",
          "\6\16\53\64\2\5\1\1",
          "\u008aMNG",
          "Interplay MVE File\32",
          "FILM",
          "RL2 ",
          "SMK2",
          "MAIN",
          "WEBVTT\n\n",
          "[Script Info]\n",
          ";FFMETADATA1\n",
          "<SAMI>",
          "#VRML",
          "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\n",
          "\u0089LCM",
          ".RMF\0\0",
          "TTA1",
          "wvpk",
          "MAC ",
          "MPCK",
          "DSD ",
          "VQF",
          "XING",
          "P6\n9 9\n255\n");

  private VideoKinds() {}

  /** Makes one video. */
  interface Filmer {
    /**
     * @param own the name the file will have, so that it can name itself
     */
    byte[] film(SeedCorpus material, String own, SeededChoices dice);
  }

  /** A kind of video; a refused one must not be accepted. */
  record VideoKind(String name, int weight, boolean refused, Filmer filmer) {}

  static List<VideoKind> all() {
    List<VideoKind> all = new ArrayList<>();
    all.add(usual("truncated video", (m, own, d) -> ByteCorrupter.truncated(m.video(d), d)));
    all.add(usual("flipped bits of a video", (m, own, d) -> ByteCorrupter.flipped(m.video(d), d)));
    all.add(
        usual(
            "extreme numbers of a video",
            (m, own, d) -> ByteCorrupter.numbers(m.video(d), HEADER_BYTES, d)));
    all.add(usual("inserted into a video", (m, own, d) -> ByteCorrupter.inserted(m.video(d), d)));
    all.add(usual("deleted from a video", (m, own, d) -> ByteCorrupter.deleted(m.video(d), d)));
    all.add(usual("doubled in a video", (m, own, d) -> ByteCorrupter.doubled(m.video(d), d)));
    all.add(
        usual(
            "two videos spliced", (m, own, d) -> ByteCorrupter.spliced(m.video(d), m.video(d), d)));
    all.add(usual("trailing data of a video", (m, own, d) -> ByteCorrupter.trailed(m.video(d), d)));
    all.add(usual("mp4: lying box", (m, own, d) -> Mp4Corrupter.lyingBox(m.mp4(), d)));
    all.add(usual("mp4: boxes in boxes", (m, own, d) -> Mp4Corrupter.nested(d)));
    all.add(usual("rare format", VideoKinds::magic));
    all.add(usual("noise as a video", (m, own, d) -> d.bytes(d.size(1, 20_000))));
    all.add(list("playlist: concat", PlaylistFiles::concat));
    all.add(list("playlist: itself", PlaylistFiles::itself));
    all.add(list("playlist: HLS", PlaylistFiles::hls));
    all.add(list("playlist: DASH", PlaylistFiles::dash));
    all.add(list("playlist: IMF", PlaylistFiles::imf));
    all.add(list("playlist: other lists", PlaylistFiles::other));
    return List.copyOf(all);
  }

  private static VideoKind usual(String name, Filmer filmer) {
    return new VideoKind(name, USUAL, false, filmer);
  }

  private static VideoKind list(String name, Filmer filmer) {
    return new VideoKind(name, USUAL, true, filmer);
  }

  private static byte[] magic(SeedCorpus material, String own, SeededChoices dice) {
    byte[] start = dice.pick(MAGICS).getBytes(ISO_8859_1);
    return dice.chance(0.5)
        ? ByteCorrupter.joined(start, dice.bytes(dice.size(1, 5000)))
        : ByteCorrupter.joined(start, material.video(dice));
  }
}
