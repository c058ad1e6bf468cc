package io.sightings.cli.calibrate;

import io.sightings.cli.people.PhotoFolder;
import io.sightings.toolkit.console.CommandFailure;
import io.sightings.toolkit.console.IoErrorText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A list of labelled pairs: lines of {@code a,b,same} where a and b name photos (with or without
 * extension, anywhere below the folder of images) and same is 1 or 0, true or false.
 */
final class PairsFile {
  private final Path file;
  private final Path images;
  private final Map<String, Path> photos = new HashMap<>();

  private PairsFile(Path file, Path images) {
    this.file = file;
    this.images = images;
  }

  /**
   * @throws CommandFailure if a line is wrong or names a photo that is not there
   */
  static List<PhotoPair> read(Path file, Path images) {
    PairsFile pairs = new PairsFile(file, images);
    try {
      pairs.findPhotos();
      return pairs.parse(Files.readAllLines(file));
    } catch (IOException e) {
      throw CommandFailure.input("--pairs " + file + ": " + IoErrorText.sentence(e));
    }
  }

  private void findPhotos() throws IOException {
    if (!Files.isDirectory(images)) {
      throw CommandFailure.input("--images " + images + " is not a directory.");
    }
    try (Stream<Path> all = Files.walk(images)) {
      all.filter(Files::isRegularFile)
          .forEach(
              photo -> {
                String name = photo.getFileName().toString();
                photos.put(name, photo);
                photos.put(images.relativize(photo).toString(), photo);
                int dot = name.lastIndexOf('.');
                photos.putIfAbsent(dot > 0 ? name.substring(0, dot) : name, photo);
              });
    }
  }

  private List<PhotoPair> parse(List<String> lines) {
    List<PhotoPair> pairs = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",", -1);
      boolean heading = i == 0 && cells.length == 3 && cells[2].strip().equals("same");
      if (!lines.get(i).isBlank() && !heading) {
        pairs.add(pair(cells, i + 1));
      }
    }
    return pairs;
  }

  private PhotoPair pair(String[] cells, int line) {
    if (cells.length != 3) {
      throw wrong(line, "expected a,b,same");
    }
    boolean same =
        switch (cells[2].strip().toLowerCase(Locale.ROOT)) {
          case "1", "true", "yes" -> true;
          case "0", "false", "no" -> false;
          default -> throw wrong(line, "\"" + cells[2].strip() + "\" is neither 1 nor 0");
        };
    return new PhotoPair(photo(cells[0], line), photo(cells[1], line), same);
  }

  private Path photo(String cell, int line) {
    Path photo = photos.get(cell.strip());
    if (photo == null) {
      throw wrong(line, "there is no photo " + cell.strip() + " below " + images);
    }
    return photo;
  }

  private CommandFailure wrong(int line, String what) {
    return CommandFailure.input("--pairs " + file + ", line " + line + ": " + what + ".");
  }

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
}
