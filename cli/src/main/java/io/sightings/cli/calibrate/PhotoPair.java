package io.sightings.cli.calibrate;

import io.sightings.cli.people.PhotoFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Two photos, and whether they show one person. */
record PhotoPair(Path a, Path b, boolean same) {

  /** Every photo with every other: what there is to learn from one's own people. */
  static List<PhotoPair> among(List<PhotoFolder.Photographed> people) {
    List<PhotoPair> pairs = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      List<Path> own = people.get(i).photos();
      for (int j = 0; j < own.size(); j++) {
        for (int k = j + 1; k < own.size(); k++) {
          pairs.add(new PhotoPair(own.get(j), own.get(k), true));
        }
        for (PhotoFolder.Photographed other : people.subList(i + 1, people.size())) {
          for (Path theirs : other.photos()) {
            pairs.add(new PhotoPair(own.get(j), theirs, false));
          }
        }
      }
    }
    return pairs;
  }
}
