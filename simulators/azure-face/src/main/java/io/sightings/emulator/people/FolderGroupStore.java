package io.sightings.emulator.people;

import io.sightings.emulator.wire.EmulatorJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder per group, in it {@code group.json} and {@code people/<id>.json}. Each file is replaced
 * as a whole, so a process that dies leaves no half of one.
 */
final class FolderGroupStore implements GroupStore {
  private static final String GROUP = "group.json";
  private static final String PEOPLE = "people";
  private static final String SUFFIX = ".json";

  private final Path folder;

  /**
   * @param model whose features are kept: others cannot be compared with them
   * @throws IllegalStateException if the folder holds features of another model
   */
  FolderGroupStore(Path folder, String model) {
    this.folder = folder;
    Path file = folder.resolve("model");
    try {
      Files.createDirectories(folder);
      if (!Files.exists(file)) {
        Files.writeString(file, model);
      }
      String theirs = Files.readString(file);
      if (!theirs.equals(model)) {
        throw new IllegalStateException(
            "The folder "
                + folder
                + " holds faces of the model "
                + theirs
                + ", which cannot be compared with those of "
                + model
                + ": use the engine it was made with, or another folder.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<PersonGroup> load() {
    List<PersonGroup> groups = new ArrayList<>();
    for (Path group : list(folder)) {
      if (Files.exists(group.resolve(GROUP))) {
        List<GroupPerson> people = new ArrayList<>();
        for (Path person : list(group.resolve(PEOPLE))) {
          if (person.toString().endsWith(SUFFIX)) {
            people.add(read(person, GroupPerson.class));
          }
        }
        StoredGroup memory = read(group.resolve(GROUP), StoredGroup.class);
        groups.add(PersonGroup.remembered(group.getFileName().toString(), memory, people));
      }
    }
    return groups;
  }

  @Override
  public void save(PersonGroup group) {
    write(folder(group).resolve(GROUP), group.memory());
  }

  @Override
  public void save(PersonGroup group, GroupPerson person) {
    write(file(group, person.id()), person);
  }

  @Override
  public void delete(PersonGroup group, String personId) {
    delete(file(group, personId));
  }

  @Override
  public void delete(PersonGroup group) {
    delete(folder(group).resolve(GROUP)); // first: without it there is no group any more
    list(folder(group).resolve(PEOPLE)).forEach(FolderGroupStore::delete);
    delete(folder(group).resolve(PEOPLE));
    delete(folder(group));
  }

  private Path folder(PersonGroup group) {
    return folder.resolve(group.id());
  }

  private Path file(PersonGroup group, String personId) {
    return folder(group).resolve(PEOPLE).resolve(personId + SUFFIX);
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T read(Path file, Class<T> type) {
    try {
      return EmulatorJson.MAPPER.readValue(file.toFile(), type);
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " cannot be read: delete it.", e);
    }
  }

  private static void write(Path file, Object value) {
    try {
      Files.createDirectories(file.getParent());
      Path part = file.resolveSibling(file.getFileName() + ".part");
      Files.write(part, EmulatorJson.bytes(value));
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
