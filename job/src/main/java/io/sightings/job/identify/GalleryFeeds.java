package io.sightings.job.identify;

import io.sightings.contract.lease.SharedValues;
import io.sightings.engine.gallery.Gallery;
import io.sightings.job.settings.KafkaSettings;

/** The gallery feeds of this JVM: one per model and topic. */
final class GalleryFeeds {
  private record Key(KafkaSettings kafka, String model, int dimension) {}

  private static final SharedValues<Key, GalleryFeed> FEEDS =
      new SharedValues<>(GalleryFeed::close);

  private GalleryFeeds() {}

  static GallerySource.Lease acquire(KafkaSettings kafka, String model, int dimension)
      throws InterruptedException {
    SharedValues.Lease<GalleryFeed> feed =
        FEEDS.acquire(
            new Key(kafka, model, dimension), key -> GalleryFeed.start(kafka, model, dimension));
    try {
      feed.value().awaitCaughtUp();
      return new FeedLease(feed);
    } catch (InterruptedException | RuntimeException e) {
      feed.close();
      throw e;
    }
  }

  private record FeedLease(SharedValues.Lease<GalleryFeed> feed) implements GallerySource.Lease {
    @Override
    public Gallery gallery() {
      return feed.value().gallery();
    }

    @Override
    public long leftOut() {
      return feed.value().leftOut();
    }

    @Override
    public void close() {
      feed.close();
    }
  }
}
