package io.sightings.toolkit.scene;

import java.nio.file.Path;

/** Where what can be made again is kept. */
final class UserCacheFolder {

  private UserCacheFolder() {}

  static Path folder() {
    String caches = System.getenv("XDG_CACHE_HOME");
    Path root =
        caches == null || caches.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(caches);
    return root.resolve("sightings");
  }
}
