package io.sightings.job.sighting;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Small immutable lists used as sets: state records hold lists, because Flink knows them. */
final class SmallLists {

  private SmallLists() {}

  static <T> List<T> union(List<T> some, List<T> more) {
    if (more.isEmpty()) {
      return some;
    }
    Set<T> all = new LinkedHashSet<>(some);
    return all.addAll(more) ? List.copyOf(all) : some;
  }

  /** The last so many of both. */
  static <T> List<T> latest(List<T> some, List<T> more, int most) {
    List<T> all = union(some, more);
    return all.size() <= most ? all : List.copyOf(all.subList(all.size() - most, all.size()));
  }

  static <T> List<T> without(List<T> all, T one) {
    return all.contains(one) ? all.stream().filter(item -> !item.equals(one)).toList() : all;
  }

  static <T> List<T> replaced(List<T> all, T old, T replacement) {
    return all.contains(old) ? union(without(all, old), List.of(replacement)) : all;
  }
}
