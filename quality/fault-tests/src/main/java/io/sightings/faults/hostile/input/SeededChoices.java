package io.sightings.faults.hostile.input;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Decisions of one input: equal seeds and indexes give equal decisions. For one thread. */
public final class SeededChoices {
  /** Odd, with bits spread evenly: neighbouring indexes give unrelated sequences. */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private static final long[] EDGES = {
    0,
    1,
    -1,
    2,
    127,
    128,
    255,
    256,
    32_767,
    32_768,
    65_535,
    65_536,
    0x7FFFFFFFL,
    0x80000000L,
    0xFFFFFFFFL,
    0xFFFFFFFEL,
    0x10000000L
  };

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

  private static final List<String> ODD =
      List.of(
          "\u0000",
          "\u0001",
          "\u001b[2J",
          "\r\n",
          "\n",
          "\t",
          "\u0085",
          "\u202e",
          "\u200b",
          "\ufeff",
          "\ud83d\ude00",
          "e\u0301\u0302\u0303",
          "\uffff",
          "%s%n%x",
          "${jndi:ldap://127.0.0.1:1/a}",
          "${SIGHTINGS_X:-1}",
          "../",
          "'\"<script>",
          "\\u0000",
          "\u2028");

  private final SplittableRandom random;

  public SeededChoices(long seed, long index) {
    random = new SplittableRandom(seed * GOLDEN ^ (index + 1) * GOLDEN << 1 ^ index);
  }

  /** From 0 to below a bound of at least 1. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** Both ends included. */
  public int between(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  /** Small numbers as often as large ones, by order of magnitude; both ends at least 1. */
  public int size(int low, int high) {
    double log = random.nextDouble(Math.log(low), Math.log(high + 1.0));
    return (int) Math.min(high, Math.max(low, Math.exp(log)));
  }

  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  public long number() {
    return random.nextLong();
  }

  /** A number where programs tend to fail. */
  public long edge() {
    return chance(0.7) ? EDGES[below(EDGES.length)] : number();
  }

  public <T> T pick(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  @SafeVarargs
  public final <T> T any(T... choices) {
    return choices[below(choices.length)];
  }

  public byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Harmless letters and digits. */
  public String word(int length) {
    return random
        .ints(length, 0, LETTERS.length())
        .mapToObj(i -> LETTERS.substring(i, i + 1))
        .collect(Collectors.joining());
  }

  /** A text that terminals, logs, and parsers dislike. */
  public String odd(int length) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(chance(0.5) ? pick(ODD) : word(1));
    }
    return text.toString();
  }
}
