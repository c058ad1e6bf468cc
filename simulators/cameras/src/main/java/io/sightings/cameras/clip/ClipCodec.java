package io.sightings.cameras.clip;

/** How a clip is encoded; says what the units of its stream are. */
public enum ClipCodec {
  /** ITU-T H.264: unit types of table 7-1, in the low five bits of a header of one byte. */
  H264 {
    @Override
    public int type(byte[] unit) {
      return unit[0] & 0x1F;
    }

    @Override
    boolean picture(int type) {
      return type >= 1 && type <= 5;
    }

    @Override
    boolean key(int type) {
      return type == 5;
    }

    @Override
    public boolean parameters(int type) {
      return type == 7 || type == 8;
    }

    @Override
    boolean firstSlice(byte[] unit) {
      // first_mb_in_slice is 0: an Exp-Golomb code of the single bit 1.
      return (unit[1] & 0x80) != 0;
    }
  },

  /** ITU-T H.265: unit types of table 7-1, in bits 1 to 6 of a header of two bytes. */
  H265 {
    @Override
    public int type(byte[] unit) {
      return unit[0] >> 1 & 0x3F;
    }

    @Override
    boolean picture(int type) {
      return type < 32;
    }

    @Override
    boolean key(int type) {
      return type >= 16 && type <= 21;
    }

    @Override
    public boolean parameters(int type) {
      return type >= 32 && type <= 34;
    }

    @Override
    boolean firstSlice(byte[] unit) {
      // first_slice_segment_in_pic_flag
      return (unit[2] & 0x80) != 0;
    }
  },

  /** JPEG: one unit to a picture, each a key frame. */
  JPEG {
    @Override
    public int type(byte[] unit) {
      return 0;
    }

    @Override
    boolean picture(int type) {
      return true;
    }

    @Override
    boolean key(int type) {
      return true;
    }

    @Override
    public boolean parameters(int type) {
      return false;
    }

    @Override
    boolean firstSlice(byte[] unit) {
      return true;
    }
  };

  /** The type of a unit (NAL unit), without start code. */
  public abstract int type(byte[] unit);

  /** Whether units of the type carry a part of a picture. */
  abstract boolean picture(int type);

  /** Whether decoding can begin at a picture of the type. */
  abstract boolean key(int type);

  /** Whether units of the type describe the stream (VPS, SPS, PPS). */
  public abstract boolean parameters(int type);

  /** Whether a unit with a part of a picture carries its first. */
  abstract boolean firstSlice(byte[] unit);
}
