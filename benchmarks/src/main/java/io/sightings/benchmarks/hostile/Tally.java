package io.sightings.benchmarks.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was answered to what. Safe for use by many threads. */
final class Tally {
  private static final int BUSY = 429;

  private final Map<String, SortedMap<Integer, Integer>> answers = new TreeMap<>();
  private final List<String> surprises = new ArrayList<>();
  private final List<GoodClient.Answer> good = new ArrayList<>();

  synchronized void hostile(Attack attack, int status) {
    count("  " + attack.name(), status);
    if (status != BUSY && !attack.answers().contains(status)) {
      surprises.add(attack.name() + " was answered " + status);
    }
  }

  synchronized void good(GoodClient.Answer answer) {
    count("a good picture", answer.status());
    good.add(answer);
  }

  synchronized void broken(String what, Exception e) {
    surprises.add(what + " failed: " + e);
  }

  private void count(String what, int status) {
    answers.computeIfAbsent(what, none -> new TreeMap<>()).merge(status, 1, Integer::sum);
  }

  /** How often each status was answered, over all. */
  synchronized SortedMap<Integer, Integer> statuses() {
    SortedMap<Integer, Integer> all = new TreeMap<>();
    answers.values().forEach(one -> one.forEach((status, n) -> all.merge(status, n, Integer::sum)));
    return all;
  }

  /** By what was sent; 0 stands for no answer. */
  synchronized Map<String, SortedMap<Integer, Integer>> byKind() {
    return new TreeMap<>(answers);
  }

  /** Answers nobody expected. */
  synchronized List<String> surprises() {
    return List.copyOf(surprises);
  }

  synchronized List<GoodClient.Answer> good() {
    return List.copyOf(good);
  }
}
