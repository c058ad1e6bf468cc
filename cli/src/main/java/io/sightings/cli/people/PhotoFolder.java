package io.sightings.cli.people;

import io.sightings.toolkit.console.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder of people: {@code <name>/*.jpg}, {@code <name>.jpg}, {@code <name>_<n>.jpg}.
 *
 * @param people who is in it, in order of their ids
 * @param ignored files that are no photos, relative to the folder
 */
public record PhotoFolder(List<Photographed> people, List<Path> ignored) {
  private static final Set<String> PHOTOS = Set.of("jpg", "jpeg", "png", "bmp", "webp");

  /**
   * A person and the files that should show them.
   *
   * @param id made from the name
   */
  public record Photographed(String id, String name, List<Path> photos) {}

  /**
   * @throws CommandFailure if the folder is not there, cannot be read, or holds no photo
   */
  public static PhotoFolder scan(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw CommandFailure.input(
          folder + " is not a directory: name one with a folder of photos for each person.");
    }
    Map<String, Photographed> people = new TreeMap<>();
    List<Path> ignored = new ArrayList<>();
    try {
      for (Path entry : visible(folder)) {
        if (Files.isDirectory(entry)) {
          String name = PersonNameParser.fromFolder(entry.getFileName().toString());
          for (Path file : visible(entry)) {
            sort(folder, name, file, people, ignored);
          }
        } else {
          String name = PersonNameParser.fromFile(entry.getFileName().toString());
          sort(folder, name, entry, people, ignored);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (people.isEmpty()) {
      throw CommandFailure.input(
          folder
              + " holds no photos: expected "
              + "NAME/*.jpg, NAME.jpg or NAME_1.jpg (also png, bmp, webp).");
    }
    return new PhotoFolder(List.copyOf(people.values()), List.copyOf(ignored));
  }

  private static void sort(
      Path folder, String name, Path file, Map<String, Photographed> people, List<Path> ignored) {
    if (!Files.isRegularFile(file) || !isPhoto(file)) {
      ignored.add(folder.relativize(file));
      return;
    }
    String id = PersonNameParser.id(name);
    people
        .computeIfAbsent(id, i -> new Photographed(i, name, new ArrayList<>()))
        .photos()
        .add(file);
  }

  private static boolean isPhoto(Path file) {
    String name = file.getFileName().toString();
    return PHOTOS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  private static List<Path> visible(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(e -> !e.getFileName().toString().startsWith(".")).sorted().toList();
    }
  }
}
