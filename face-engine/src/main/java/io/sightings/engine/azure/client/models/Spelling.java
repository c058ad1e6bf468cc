package io.sightings.engine.azure.client.models;

import java.util.List;

/**
 * The service's prose and its answers disagree about capitals, and it may add words at any time:
 * what is known is brought to one spelling, what is not is kept.
 */
final class Spelling {

  private Spelling() {}

  static String of(String value, List<String> known) {
    for (String word : known) {
      if (word.equalsIgnoreCase(value)) {
        return word;
      }
    }
    return value;
  }
}
