package io.sightings.faults.hostile.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;

/** Kinds of hostile pictures, for every entrance that takes pictures. */
final class PictureKinds {
  private static final int HEADER_BYTES = 200;
  private static final int USUAL = 10;
  private static final int RARE = 3;

  private PictureKinds() {}

  /** Makes the bytes of one picture. */
  interface Painter {
    byte[] paint(SeedCorpus material, SeededChoices dice);
  }

  /** A kind of picture. */
  record PictureKind(String name, int weight, Painter painter) {}

  static List<PictureKind> all() {
    return List.of(
        usual("empty", (m, d) -> new byte[0]),
        usual("noise", (m, d) -> d.bytes(d.size(1, 20_000))),
        usual("no picture", (m, d) -> text(d)),
        usual("truncated", (m, d) -> ByteCorrupter.truncated(m.picture(d), d)),
        usual("flipped bits", (m, d) -> ByteCorrupter.flipped(m.picture(d), d)),
        usual("extreme numbers", (m, d) -> ByteCorrupter.numbers(m.picture(d), HEADER_BYTES, d)),
        usual("inserted bytes", (m, d) -> ByteCorrupter.inserted(m.picture(d), d)),
        usual("deleted bytes", (m, d) -> ByteCorrupter.deleted(m.picture(d), d)),
        usual("doubled bytes", (m, d) -> ByteCorrupter.doubled(m.picture(d), d)),
        usual(
            "two pictures spliced", (m, d) -> ByteCorrupter.spliced(m.picture(d), m.picture(d), d)),
        usual("trailing data", (m, d) -> ByteCorrupter.trailed(m.picture(d), d)),
        usual("polyglot", PictureKinds::polyglot),
        usual("jpeg: lying segment length", (m, d) -> JpegBombs.lyingSegment(m.jpeg(), d)),
        usual("jpeg: huge sides", (m, d) -> JpegBombs.hugeSides(m.jpeg(), d)),
        usual("jpeg: another frame marker", (m, d) -> JpegBombs.otherFrame(m.jpeg(), d)),
        usual("jpeg: odd components", (m, d) -> JpegBombs.components(m.jpeg(), d)),
        usual("jpeg: large EXIF", (m, d) -> JpegBombs.largeMetadata(m.jpeg(), 0xE1, d)),
        usual("jpeg: large ICC", (m, d) -> JpegBombs.largeMetadata(m.jpeg(), 0xE2, d)),
        usual("jpeg: EXIF that repeats itself", (m, d) -> JpegBombs.repeatedExif(m.jpeg(), d)),
        usual("jpeg: many segments", (m, d) -> JpegBombs.manySegments(m.jpeg(), d)),
        rare("jpeg: many scans", (m, d) -> JpegBombs.manyScans(d)),
        rare("jpeg: large progressive", (m, d) -> JpegBombs.largeProgressive(d)),
        usual("png: huge sides", (m, d) -> PngBombs.hugeSides(m.png(), d)),
        usual("png: many chunks", (m, d) -> PngBombs.manyChunks(m.png(), d)),
        usual("png: packed text", (m, d) -> PngBombs.packed(m.png(), m.packed(), d)),
        usual("png: lying chunk length", (m, d) -> PngBombs.lyingChunk(m.png(), d)),
        usual("png: broken data", (m, d) -> PngBombs.brokenData(m.png(), d)),
        rare("png: much from little", (m, d) -> PngBombs.muchFromLittle(d)),
        usual("webp: many frames", (m, d) -> WebpBombs.manyFrames(m.webp(), d)),
        usual("webp: huge canvas", (m, d) -> WebpBombs.hugeCanvas(m.webp(), d)),
        usual("webp: lying chunk length", (m, d) -> WebpBombs.lyingChunk(m.webp(), d)),
        usual("bmp: extreme header", (m, d) -> ByteCorrupter.numbers(m.bmp(), 54, d)));
  }

  private static PictureKind usual(String name, Painter painter) {
    return new PictureKind(name, USUAL, painter);
  }

  private static PictureKind rare(String name, Painter painter) {
    return new PictureKind(name, RARE, painter);
  }

  private static byte[] text(SeededChoices dice) {
    String start =
        dice.any(
            "<html>",
            "<svg xmlns='http://www.w3.org/2000/svg'>",
            "%PDF-1.7\n",
            "GIF89a",
            "PK\3\4",
            "\u007fELF",
            "push graphic-context\n",
            "P6 99999 99999 255\n",
            "II*\0",
            "MM\0*",
            "\0\0\0\u0018ftypheic",
            "\0\0\0\u0018ftypavif",
            "#EXTM3U\n",
            "ffconcat version 1.0\n",
            "\u0089HDF\r\n\u001a\n",
            "v/1\1",
            "8BPS",
            "BM");
    return ByteCorrupter.joined(start.getBytes(ISO_8859_1), dice.bytes(dice.size(1, 2000)));
  }

  /** A picture that is a page or an archive to others. */
  private static byte[] polyglot(SeedCorpus material, SeededChoices dice) {
    return dice.chance(0.5)
        ? ByteCorrupter.joined(material.picture(dice), text(dice))
        : ByteCorrupter.joined(text(dice), material.picture(dice));
  }
}
