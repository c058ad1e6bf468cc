package io.sightings.job.identify;

import io.sightings.engine.gallery.Gallery;
import io.sightings.job.settings.KafkaSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Owns the gallery feeds of this JVM. The first lease starts a feed, the last one given back ends
 * it.
 */
final class GalleryFeeds {
  private record Key(KafkaSettings kafka, String model, int dimension) {}

  private static final class Shared {
    private final GalleryFeed feed;
    private int leases;

    Shared(GalleryFeed feed) {
      this.feed = feed;
    }
  }

  private static final Map<Key, Shared> FEEDS = new HashMap<>();

  private GalleryFeeds() {}

  static GallerySource.Lease acquire(KafkaSettings kafka, String model, int dimension)
      throws InterruptedException {
    Key key = new Key(kafka, model, dimension);
    Shared shared;
    synchronized (FEEDS) {
      shared =
          FEEDS.computeIfAbsent(key, k -> new Shared(GalleryFeed.start(kafka, model, dimension)));
      shared.leases++;
    }
    GallerySource.Lease lease = lease(key, shared);
    try {
      shared.feed.awaitCaughtUp();
      return lease;
    } catch (InterruptedException | RuntimeException e) {
      lease.close();
      throw e;
    }
  }

  private static GallerySource.Lease lease(Key key, Shared shared) {
    AtomicBoolean open = new AtomicBoolean(true);
    return new GallerySource.Lease() {
      @Override
      public Gallery gallery() {
        return shared.feed.gallery();
      }

      @Override
      public long leftOut() {
        return shared.feed.leftOut();
      }

      @Override
      public void close() {
        if (open.compareAndSet(true, false)) {
          release(key, shared);
        }
      }
    };
  }

  private static void release(Key key, Shared shared) {
    synchronized (FEEDS) {
      shared.leases--;
      if (shared.leases == 0) {
        FEEDS.remove(key);
        shared.feed.close();
      }
    }
  }
}
