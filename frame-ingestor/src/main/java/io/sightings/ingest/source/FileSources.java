package io.sightings.ingest.source;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.contract.image.ImageFormat;
import io.sightings.ingest.address.MediaException;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.ingest.source.PhotoSource.Photo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes sources of files. */
public final class FileSources {
  private static final int HEADER_BYTES = 64;

  /** They name other files, which the author of the list may not be allowed to read. */
  private static final List<String> PLAYLISTS = List.of("#EXTM3U", "ffconcat version");

  private final IngestorSettings settings;

  public FileSources(IngestorSettings settings) {
    this.settings = settings;
  }

  /**
   * A photo or a video, by what it holds rather than by its name.
   *
   * @param id of the source
   * @param name of the file within the source
   * @throws MediaException if it is neither for sure
   */
  public FrameSource file(SourceSettings named, String id, Path file, String name)
      throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(HEADER_BYTES);
    }
    if (start.length == 0) {
      throw new MediaException("the file is empty");
    }
    String text = new String(start, US_ASCII);
    if (PLAYLISTS.stream().anyMatch(text::startsWith)) {
      throw new MediaException("a list of other files is not read: name those files themselves");
    }
    if (ImageFormat.of(start).isPresent() || FileNames.isPhoto(file)) {
      return photos(named, id, List.of(new Photo(file, name)));
    }
    return video(named, named.isFile() ? named.path() : name, id, file);
  }

  FrameSource photos(SourceSettings named, String id, List<Photo> photos) {
    SourceInfo info = named.info(id, SourceKind.IMAGE);
    String input = named.isFile() ? named.path() : photos.get(0).subject();
    return new PhotoSource(input, info, photos, named.startTime(), settings);
  }

  FrameSource video(SourceSettings named, String input, String id, Path file) {
    SourceInfo info = named.info(id, SourceKind.VIDEO);
    return new VideoSource(
        input, info, file, named.startTime(), settings.sampleOf(named), settings);
  }
}
