package io.sightings.ingest.source;

import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.ingest.media.MediaException;
import io.sightings.ingest.media.PhotoHeader;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SourceSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Turns what the user names into sources. */
public final class Inputs {
  private static final int HEADER_BYTES = 64;

  private final IngestorSettings settings;
  private final SourceIds ids = new SourceIds();
  private int skipped;

  public Inputs(IngestorSettings settings) {
    this.settings = settings;
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
  public List<Source> resolve(SourceSettings named) throws IOException {
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

  private Source file(SourceSettings named, Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(HEADER_BYTES);
    }
    if (start.length == 0) {
      throw new MediaException("the file is empty");
    }
    String name = file.getFileName().toString();
    String id = named.id().isEmpty() ? FileNames.withoutExtension(name) : named.id();
    if (PhotoHeader.isPhoto(start) || FileNames.isPhoto(file)) {
      return photos(named, id, List.of(new Photo(file, name)));
    }
    return video(named, named.path(), id, file);
  }

  private List<Source> folder(SourceSettings named, Path folder) throws IOException {
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
    return sources(named, folder, photos, videos);
  }

  private List<Source> sources(
      SourceSettings named, Path folder, List<Photo> photos, List<Path> videos) {
    List<Source> sources = new ArrayList<>();
    String id =
        named.id().isEmpty()
            ? String.valueOf(folder.toAbsolutePath().normalize().getFileName())
            : named.id();
    if (!photos.isEmpty()) {
      sources.add(photos(named, id, photos));
    }
    for (Path video : videos) {
      String name = FileNames.withoutExtension(FileNames.text(folder.relativize(video)));
      String videoId = named.id().isEmpty() ? name : named.id() + "-" + name;
      sources.add(video(named, video.toString(), videoId, video));
    }
    return sources;
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

  private Source photos(SourceSettings named, String id, List<Photo> photos) {
    SourceInfo info = info(named, id, SourceKind.IMAGE);
    return new PhotoSource(named.path(), info, photos, named.startTime(), settings);
  }

  private Source video(SourceSettings named, String input, String id, Path file) {
    SourceInfo info = info(named, id, SourceKind.VIDEO);
    return new VideoSource(
        input, info, file, named.startTime(), settings.sampleOf(named), settings);
  }

  private SourceInfo info(SourceSettings named, String id, SourceKind kind) {
    String location = named.location().isEmpty() ? null : named.location();
    return new SourceInfo(ids.from(id), kind, location, named.labels());
  }
}
