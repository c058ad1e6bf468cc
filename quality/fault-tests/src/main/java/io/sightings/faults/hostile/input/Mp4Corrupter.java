package io.sightings.faults.hostile.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** MP4 files whose boxes lie. */
final class Mp4Corrupter {
  private static final int MAX_DEPTH = 2000;
  private static final List<String> TYPES =
      List.of(
          "moov", "trak", "mdia", "minf", "stbl", "stsd", "stts", "stsc", "stsz", "stco", "edts",
          "elst", "mvhd", "tkhd", "mdhd", "hdlr", "dref", "avc1", "esds", "udta", "meta", "mdat");

  private Mp4Corrupter() {}

  /** The length, the type, or a number within the first bytes of some boxes changes. */
  static byte[] lyingBox(byte[] mp4, SeededChoices dice) {
    byte[] bytes = mp4.clone();
    List<Integer> boxes = boxes(bytes);
    for (int i = dice.size(1, 3); i > 0 && !boxes.isEmpty(); i--) {
      int at = dice.pick(boxes);
      ByteBuffer box = ByteBuffer.wrap(bytes);
      int field = Math.min(at + 4 * dice.below(6), bytes.length - 4);
      if (field == at + 4) {
        box.put(field, dice.pick(TYPES).getBytes(ISO_8859_1));
      } else {
        box.putInt(field, (int) dice.edge());
      }
    }
    return bytes;
  }

  /** Boxes within each other, deeper than any recorder makes them. */
  static byte[] nested(SeededChoices dice) {
    byte[] start = "\0\0\0\u0018ftypmp42\0\0\0\0mp42isom".getBytes(ISO_8859_1);
    byte[] type = dice.any("moov", "trak", "udta", "mdia").getBytes(ISO_8859_1);
    int depth = dice.size(2, MAX_DEPTH);
    ByteBuffer boxes = ByteBuffer.allocate(8 * depth);
    for (int i = depth; i > 0; i--) {
      boxes.putInt(8 * i).put(type);
    }
    return ByteCorrupter.joined(start, boxes.array());
  }

  private static List<Integer> boxes(byte[] mp4) {
    String text = new String(mp4, ISO_8859_1);
    List<Integer> found = new ArrayList<>();
    for (String type : TYPES) {
      int at = text.indexOf(type);
      if (at >= 4) {
        found.add(at - 4);
      }
    }
    return found;
  }
}
