package io.sightings.cameras.clip;

import java.util.List;

/**
 * All units (NAL units) of one picture, without start codes.
 *
 * @param key whether decoding can begin here
 */
public record AccessUnit(List<byte[]> units, boolean key) {
  /** In the byte stream format (annex B of ITU-T H.264 and H.265). */
  public byte[] byteStream() {
    return AnnexB.write(units);
  }
}
