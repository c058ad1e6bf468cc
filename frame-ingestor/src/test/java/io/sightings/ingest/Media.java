package io.sightings.ingest;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real media, where the environment variable SIGHTINGS_MEDIA says where they are. */
public final class Media {

  private Media() {}

  public static Path folder(String name) {
    String media = System.getenv("SIGHTINGS_MEDIA");
    if (media == null || media.isBlank()) {
      String skipped = "SKIPPED: SIGHTINGS_MEDIA is not set, so there are no real " + name;
      System.out.println(skipped);
      Assumptions.abort(skipped);
    }
    return Path.of(media).resolve(name);
  }
}
