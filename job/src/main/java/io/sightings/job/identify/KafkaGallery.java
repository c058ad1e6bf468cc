package io.sightings.job.identify;

import io.sightings.job.settings.KafkaSettings;

/** The gallery that follows the people topic: one copy per JVM, shared by all tasks. */
public record KafkaGallery(KafkaSettings kafka) implements GallerySource {

  @Override
  public Lease open(String model, int dimension) throws InterruptedException {
    return GalleryFeeds.acquire(kafka, model, dimension);
  }
}
