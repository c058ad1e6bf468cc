package io.sightings.job.identify;

import io.sightings.engine.gallery.Gallery;
import org.jspecify.annotations.Nullable;

/** For where a service says who people are: faces are only compared with one another. */
public record NoGallery() implements GallerySource {

  @Override
  public Lease open(String model, int dimension) {
    return new Lease() {
      @Override
      public @Nullable Gallery gallery() {
        return null;
      }

      @Override
      public void close() {
        // Nothing was opened.
      }
    };
  }
}
