package io.sightings.ingest.address;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is secret at present, counted by how many hold it. Of any thread. */
public final class KnownSecrets {
  private final Map<String, Integer> holders = new ConcurrentHashMap<>();

  /**
   * @return what ends it when closed
   */
  public Hidden hide(Collection<String> secrets) {
    Set<String> own = Set.copyOf(secrets);
    own.forEach(secret -> holders.merge(secret, 1, Integer::sum));
    return () -> own.forEach(secret -> holders.computeIfPresent(secret, (s, n) -> less(n)));
  }

  private static @Nullable Integer less(int count) {
    return count == 1 ? null : count - 1;
  }

  /** The text without them. */
  public String hidden(String text) {
    String hidden = text;
    // A secret may be part of another: what would be left of that is one, too.
    List<String> longestFirst =
        holders.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    for (String secret : longestFirst) {
      hidden = hidden.replace(secret, "***");
    }
    return hidden;
  }

  /** Ends it; to be closed once. */
  public interface Hidden extends AutoCloseable {
    @Override
    void close();
  }
}
