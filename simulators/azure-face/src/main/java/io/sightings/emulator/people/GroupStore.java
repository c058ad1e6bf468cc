package io.sightings.emulator.people;

import io.sightings.emulator.people.PersonGroup.StoredGroup;
import io.sightings.emulator.wire.EmulatorJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where groups outlive the process: a folder per group, in it {@code group.json} and {@code
 * people/<id>.json}. Each file is replaced as a whole, so a process that dies leaves no half of
 * one.
 */
final class GroupStore {
  private static final String GROUP = "group.json";
  private static final String PEOPLE = "people";
  private static final String SUFFIX = ".json";

  private final @Nullable Path folder;

  /**
   * @param folder null where nothing is kept
   * @param model whose features are kept: others cannot be compared with them
   * @throws IllegalStateException if the folder holds features of another model
   */
  GroupStore(@Nullable Path folder, String model) {
    this.folder = folder;
    if (folder == null) {
      return;
    }
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

  /** Everything there is. */
  List<PersonGroup> load() {
    List<PersonGroup> groups = new ArrayList<>();
    if (folder == null) {
      return groups;
    }
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

  /** Its name, its training: everything but its people. */
  void save(PersonGroup group) {
    if (folder != null) {
      write(folder(folder, group).resolve(GROUP), group.memory());
    }
  }

  void save(PersonGroup group, GroupPerson person) {
    if (folder != null) {
      write(file(folder, group, person.id()), person);
    }
  }

  void delete(PersonGroup group, String personId) {
    if (folder != null) {
      delete(file(folder, group, personId));
    }
  }

  void delete(PersonGroup group) {
    if (folder == null) {
      return;
    }
    Path own = folder(folder, group);
    delete(own.resolve(GROUP)); // first: without it there is no group any more
    list(own.resolve(PEOPLE)).forEach(GroupStore::delete);
    delete(own.resolve(PEOPLE));
    delete(own);
  }

  private static Path folder(Path folder, PersonGroup group) {
    return folder.resolve(group.id());
  }

  private static Path file(Path folder, PersonGroup group, String personId) {
    return folder(folder, group).resolve(PEOPLE).resolve(personId + SUFFIX);
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
