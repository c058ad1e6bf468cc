package io.sightings.cameras.clip;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The byte stream format of annex B of ITU-T H.264 and H.265: units after start codes 00 00 01. */
final class AnnexB {
  private static final byte[] START_CODE = {0, 0, 0, 1};

  private AnnexB() {}

  static byte[] write(List<byte[]> units) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (byte[] unit : units) {
      stream.writeBytes(START_CODE);
      stream.writeBytes(unit);
    }
    return stream.toByteArray();
  }

  static List<AccessUnit> pictures(ClipCodec codec, byte[] stream) {
    List<AccessUnit> pictures = new ArrayList<>();
    List<byte[]> units = new ArrayList<>();
    boolean pictured = false;
    boolean key = false;
    for (byte[] unit : units(stream)) {
      int type = codec.type(unit);
      boolean begins = !codec.picture(type) || codec.firstSlice(unit);
      if (pictured && begins) {
        pictures.add(new AccessUnit(List.copyOf(units), key));
        units.clear();
        pictured = false;
        key = false;
      }
      units.add(unit);
      pictured |= codec.picture(type);
      key |= codec.key(type);
    }
    if (pictured) {
      pictures.add(new AccessUnit(List.copyOf(units), key));
    }
    return pictures;
  }

  static List<byte[]> units(byte[] stream) {
    List<byte[]> units = new ArrayList<>();
    int from = -1;
    for (int i = 0; i + 2 < stream.length; i++) {
      if (stream[i] == 0 && stream[i + 1] == 0 && stream[i + 2] == 1) {
        add(units, stream, from, i);
        from = i + 3;
        i += 2;
      }
    }
    add(units, stream, from, stream.length);
    return units;
  }

  private static void add(List<byte[]> units, byte[] stream, int from, int to) {
    if (from < 0) {
      return;
    }
    int end = to;
    // A unit never ends with 0: these belong to the next start code or fill the stream.
    while (end > from && stream[end - 1] == 0) {
      end--;
    }
    if (end > from) {
      units.add(Arrays.copyOfRange(stream, from, end));
    }
  }
}
