package io.sightings.cameras;

import io.sightings.cameras.clip.AccessUnit;
import io.sightings.cameras.clip.ClipCodec;
import java.util.Random;

/** Random bytes where a picture should be. */
final class RandomBytes {
  private RandomBytes() {}

  /** As large as the picture, the headers of its units kept, its parameter sets too. */
  static AccessUnit of(AccessUnit picture, ClipCodec codec, Random random) {
    return new AccessUnit(
        picture.units().stream()
            .map(unit -> codec.parameters(codec.type(unit)) ? unit : garbled(unit, random))
            .toList(),
        picture.key());
  }

  private static byte[] garbled(byte[] unit, Random random) {
    byte[] bytes = new byte[unit.length];
    random.nextBytes(bytes);
    System.arraycopy(unit, 0, bytes, 0, Math.min(2, unit.length));
    return bytes;
  }
}
