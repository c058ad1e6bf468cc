package io.sightings.faults.hostile.input;

import io.sightings.faults.hostile.input.HostileInput.InputReference;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which input has which index. An input depends on nothing but the seed, its index, the shares and
 * the material, so that each can be made again alone.
 */
public final class HostileInputGenerator {
  private final long seed;
  private final SeedCorpus material;
  private final Map<ProductEntrance, Integer> shares;
  private final Map<ProductEntrance, List<HostileKind>> kinds =
      new EnumMap<>(ProductEntrance.class);

  /**
   * @param shares of the entrances; those that are missing get nothing
   */
  public HostileInputGenerator(
      long seed, SeedCorpus material, Map<ProductEntrance, Integer> shares) {
    this.seed = seed;
    this.material = material;
    this.shares = new EnumMap<>(shares);
    this.shares.keySet().forEach(entrance -> kinds.put(entrance, entrance.kinds()));
  }

  /** One input of the plan. */
  public record Planned(InputReference mark, HostileInput input) {}

  public Planned at(int index) {
    SeededChoices dice = new SeededChoices(seed, index);
    ProductEntrance entrance = entrance(dice);
    HostileKind kind = kind(kinds.get(entrance), dice);
    return new Planned(
        new InputReference(index, entrance, kind), kind.maker().make(material, dice));
  }

  private ProductEntrance entrance(SeededChoices dice) {
    int left = dice.below(shares.values().stream().mapToInt(share -> share).sum());
    for (Map.Entry<ProductEntrance, Integer> share : shares.entrySet()) {
      left -= share.getValue();
      if (left < 0) {
        return share.getKey();
      }
    }
    throw new IllegalStateException("shares add up to more than their sum");
  }

  private static HostileKind kind(List<HostileKind> kinds, SeededChoices dice) {
    int left = dice.below(kinds.stream().mapToInt(HostileKind::weight).sum());
    for (HostileKind kind : kinds) {
      left -= kind.weight();
      if (left < 0) {
        return kind;
      }
    }
    throw new IllegalStateException("weights add up to more than their sum");
  }
}
