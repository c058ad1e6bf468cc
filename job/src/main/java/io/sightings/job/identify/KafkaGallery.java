package io.sightings.job.identify;

import io.sightings.job.settings.KafkaSettings;

/** The gallery that follows the people topic: one copy per JVM, whoever asks for it. */
public record KafkaGallery(KafkaSettings kafka) implements GallerySource {

  @Override
  public Lease open(String model, int dimension) throws InterruptedException {
    return GalleryFeeds.acquire(kafka, model, dimension);
  }
}
