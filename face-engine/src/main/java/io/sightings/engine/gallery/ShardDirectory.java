package io.sightings.engine.gallery;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Finds the shard of a person by the lowest bits of the hashed id. A full shard is split in two by
 * one more bit, and only the directory is doubled (extendible hashing, Fagin et al., 1979). So a
 * change copies one shard and the directory, however many people there are.
 */
final class ShardDirectory {
  /** The codes of so many templates of 256 values take 1 MiB: a copy takes less than 1 ms. */
  static final int MAX_ROWS = 4096;

  /** More bits would hardly separate people whose ids have so many in common. */
  private static final int MAX_DEPTH = 20;

  /** Shards that no snapshot has: they may be changed in place. */
  private final Set<GalleryShard> unpublished = Collections.newSetFromMap(new IdentityHashMap<>());

  /** A shard that knows fewer bits than the directory has several entries. */
  private GalleryShard[] entries;

  ShardDirectory(GalleryShard[] published) {
    entries = published.clone();
  }

  /** Begins again without people. */
  void clear(int dimension) {
    unpublished.clear();
    entries = new GalleryShard[1];
    enter(new GalleryShard(0, dimension), 0);
  }

  /** A snapshot: later changes are made to copies. */
  GalleryShard[] publish() {
    unpublished.clear();
    return entries.clone();
  }

  /** Whether this entry is the first one of its shard. */
  static boolean isFirst(GalleryShard[] entries, int index) {
    return index >>> entries[index].depth == 0;
  }

  GalleryShard shard(int hash) {
    return entries[hash & entries.length - 1];
  }

  /** The shard, or a copy of it that takes its place. */
  GalleryShard changeable(int hash) {
    GalleryShard shard = shard(hash);
    if (unpublished.contains(shard)) {
      return shard;
    }
    GalleryShard copy = shard.copy();
    enter(copy, hash);
    return copy;
  }

  /** As {@link #changeable}, with room for so many more templates. */
  GalleryShard roomy(int hash, int templates) {
    while (shard(hash).rows() > 0
        && shard(hash).rows() + templates > MAX_ROWS
        && shard(hash).depth < MAX_DEPTH) {
      split(hash);
    }
    return changeable(hash);
  }

  private void split(int hash) {
    GalleryShard full = shard(hash);
    if (1 << full.depth == entries.length) {
      GalleryShard[] doubled = new GalleryShard[2 * entries.length];
      System.arraycopy(entries, 0, doubled, 0, entries.length);
      System.arraycopy(entries, 0, doubled, entries.length, entries.length);
      entries = doubled;
    }
    enter(full.half(0), hash & ~(1 << full.depth));
    enter(full.half(1), hash | 1 << full.depth);
    unpublished.remove(full);
  }

  private void enter(GalleryShard shard, int hash) {
    int step = 1 << shard.depth;
    for (int i = hash & step - 1; i < entries.length; i += step) {
      entries[i] = shard;
    }
    unpublished.add(shard);
  }
}
