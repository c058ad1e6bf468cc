package io.sightings.scenes.person;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Keeps the most recently used results of a pure function. Safe for use by many threads. */
final class LruCache<K, V> {
  private final Map<K, V> results;
  private final Function<K, V> function;

  LruCache(int capacity, Function<K, V> function) {
    this.function = function;
    results =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > capacity;
          }
        };
  }

  synchronized V get(K key) {
    V result = results.get(key);
    if (result == null) {
      result = function.apply(key);
      results.put(key, result);
    }
    return result;
  }
}
