package io.sightings.contract.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Suggests the known key that is most similar to an unknown one. */
final class KeySuggestion {

  private KeySuggestion() {}

  /**
   * @param key the unknown key, without its section
   * @param here keys that are known in its section
   * @param everywhere all known keys, with their sections
   */
  static Optional<String> of(String key, Collection<String> here, Collection<String> everywhere) {
    Optional<String> misspelt =
        here.stream()
            .filter(known -> distance(key, known) <= Math.max(1, key.length() / 3))
            .min(Comparator.comparingInt(known -> distance(key, known)));
    return misspelt.or(() -> misplaced(key, everywhere));
  }

  private static Optional<String> misplaced(String key, Collection<String> everywhere) {
    return everywhere.stream().filter(known -> known.endsWith("." + key)).findFirst();
  }

  /** Levenshtein's distance, blind to case, hyphens and underscores. */
  private static int distance(String left, String right) {
    String a = letters(left);
    String b = letters(right);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }

  private static String letters(String key) {
    return key.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
  }
}
