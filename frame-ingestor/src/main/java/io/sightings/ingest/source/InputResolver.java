package io.sightings.ingest.source;

import io.sightings.ingest.address.MediaException;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.ingest.source.PhotoSource.Photo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Turns what the user names into sources. */
public final class InputResolver {
  private final FileSources sources;
  private final SourceIdGenerator ids = new SourceIdGenerator();
  private int skipped;

  public InputResolver(IngestorSettings settings) {
    sources = new FileSources(settings);
  }

  /** Files in folders that are neither photos nor videos. */
  public int skippedFiles() {
    return skipped;
  }

  /**
   * A file is one source. In a folder all photos are one, and each video is one.
   *
   * @throws MediaException if there is nothing to read
   */
  public List<FrameSource> resolve(SourceSettings named) throws IOException {
    Path path = path(named.path());
    if (Files.isDirectory(path)) {
      return folder(named, path);
    }
    if (!Files.exists(path)) {
      throw new MediaException("there is no such file or folder");
    }
    if (!Files.isReadable(path)) {
      throw new MediaException("the file may not be read: check its permissions");
    }
    return List.of(file(named, path));
  }

  private static Path path(String input) throws MediaException {
    try {
      if (!input.contains("://")) {
        return Path.of(input);
      }
    } catch (InvalidPathException e) {
      throw new MediaException("not a path: " + e.getReason(), e);
    }
    throw new MediaException("not a file or folder: name a video, a photo or a folder of them");
  }

  private FrameSource file(SourceSettings named, Path file) throws IOException {
    String name = file.getFileName().toString();
    String id = named.id().isEmpty() ? FileNames.withoutExtension(name) : named.id();
    return sources.file(named, ids.from(id), file, name);
  }

  private List<FrameSource> folder(SourceSettings named, Path folder) throws IOException {
    List<Path> files = files(folder);
    List<Photo> photos = new ArrayList<>();
    List<Path> videos = new ArrayList<>();
    for (Path file : files) {
      if (FileNames.isPhoto(file)) {
        photos.add(new Photo(file, FileNames.text(folder.relativize(file))));
      } else if (FileNames.isVideo(file)) {
        videos.add(file);
      } else {
        skipped++;
      }
    }
    if (photos.isEmpty() && videos.isEmpty()) {
      throw new MediaException(
          files.isEmpty()
              ? "the folder is empty"
              : "there is no photo or video in the folder, nor in those below");
    }
    return each(named, folder, photos, videos);
  }

  private List<FrameSource> each(
      SourceSettings named, Path folder, List<Photo> photos, List<Path> videos) {
    List<FrameSource> found = new ArrayList<>();
    String id =
        named.id().isEmpty()
            ? String.valueOf(folder.toAbsolutePath().normalize().getFileName())
            : named.id();
    if (!photos.isEmpty()) {
      found.add(sources.photos(named, ids.from(id), photos));
    }
    for (Path video : videos) {
      String name = FileNames.withoutExtension(FileNames.text(folder.relativize(video)));
      String videoId = named.id().isEmpty() ? name : named.id() + "-" + name;
      found.add(sources.video(named, video.toString(), ids.from(videoId), video));
    }
    return found;
  }

  /** In the order of their names, as a folder has none of its own. */
  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !FileNames.isHidden(file))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
