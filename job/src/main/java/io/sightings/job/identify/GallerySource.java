package io.sightings.job.identify;

import io.sightings.engine.gallery.Gallery;
import java.io.Serializable;

/** Where the gallery comes from. */
public interface GallerySource extends Serializable {

  /** A lease on the people as they are now. */
  interface Lease extends AutoCloseable {
    /** The newest snapshot; null where a service says who people are. */
    Gallery gallery();

    /** How many entries could not be used, such as those of another model. */
    default long leftOut() {
      return 0;
    }

    @Override
    void close();
  }

  /**
   * Blocks until everybody enrolled so far is known.
   *
   * @param model whose templates are wanted
   * @param dimension how many values each of them has
   */
  Lease open(String model, int dimension) throws InterruptedException;
}
