package io.sightings.faults.hostile.input;

/**
 * A kind of hostile input.
 *
 * @param name unique within its entrance
 * @param weight how often it occurs among the kinds of its entrance
 * @param refused whether the product must not accept any input of the kind
 * @param maker makes one input; equal dice give equal inputs
 */
public record HostileKind(String name, int weight, boolean refused, Maker maker) {
  private static final int USUAL = 10;
  private static final int RARE = 1;

  /** Makes one input. */
  public interface Maker {
    HostileInput make(SeedCorpus material, SeededChoices dice);
  }

  static HostileKind of(String name, Maker maker) {
    return new HostileKind(name, USUAL, false, maker);
  }

  /** A kind whose inputs are expensive for the product or for this program. */
  static HostileKind rare(String name, Maker maker) {
    return new HostileKind(name, RARE, false, maker);
  }

  /** A kind of which no input may be accepted. */
  static HostileKind refused(String name, Maker maker) {
    return new HostileKind(name, USUAL, true, maker);
  }
}
