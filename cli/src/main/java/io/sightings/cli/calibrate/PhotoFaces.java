package io.sightings.cli.calibrate;

import io.sightings.cli.calibrate.PhotoEmbedder.PhotoWithoutFaceException;
import io.sightings.toolkit.console.IoErrorText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The faces of photos; each photo is looked at once. */
final class PhotoFaces {
  private final PhotoEmbedder reader;
  private final Map<Path, Optional<float[]>> faces = new HashMap<>();
  private final Map<Path, String> skipped = new TreeMap<>();

  PhotoFaces(PhotoEmbedder reader) {
    this.reader = reader;
  }

  /** Empty where the photo has no face that can be compared. */
  Optional<float[]> of(Path photo) {
    return faces.computeIfAbsent(photo, this::embed);
  }

  /** Why photos could not be used. */
  Map<Path, String> skipped() {
    return skipped;
  }

  int used() {
    return faces.size() - skipped.size();
  }

  private Optional<float[]> embed(Path photo) {
    try {
      return Optional.of(reader.read(Files.readAllBytes(photo)));
    } catch (PhotoWithoutFaceException e) {
      skipped.put(photo, e.getMessage());
    } catch (IOException e) {
      skipped.put(photo, "It cannot be read: " + IoErrorText.sentence(e));
    }
    return Optional.empty();
  }
}
