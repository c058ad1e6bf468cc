package io.sightings.ingest.source;

import io.sightings.contract.CaptureClock;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.image.ExifData;
import io.sightings.contract.image.ImageChecker;
import io.sightings.contract.image.ImageHeader;
import io.sightings.contract.image.ImageLimits;
import io.sightings.contract.image.UnreadableImageException;
import io.sightings.ingest.address.MediaException;
import io.sightings.ingest.jpeg.EncodedImage;
import io.sightings.ingest.sample.CaptureTime;
import io.sightings.ingest.settings.IngestorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Photos, passed on byte by byte.
 *
 * @param photos in the order they are published
 * @param start capture time of them all
 */
record PhotoSource(
    String input,
    SourceInfo info,
    List<Photo> photos,
    @Nullable Instant start,
    IngestorSettings settings)
    implements FrameSource {

  /**
   * A photo of the source.
   *
   * @param subject its name within the source
   */
  record Photo(Path file, String subject) {}

  @Override
  public void run(FrameSink sink) throws IOException, InterruptedException {
    if (!sink.begin(epoch(), Duration.ZERO)) {
      return;
    }
    CaptureTime last = null;
    String rejection = "";
    int rejected = 0;
    for (Photo photo : photos) {
      sink.read(Duration.ZERO);
      try {
        CaptureTime taken = publish(photo, sink);
        last = last == null || taken.at().isAfter(last.at()) ? taken : last;
      } catch (MediaException e) {
        rejected++;
        rejection = e.getMessage();
        if (photos.size() > 1) {
          sink.rejected(photo.subject() + ": " + rejection);
        }
      }
    }
    if (last != null) {
      sink.ended(last);
    }
    if (rejected > 0) {
      throw new MediaException(
          photos.size() == 1
              ? rejection
              : "%d of %d photos were rejected".formatted(rejected, photos.size()));
    }
  }

  private CaptureTime publish(Photo photo, FrameSink sink)
      throws IOException, InterruptedException {
    ImageLimits bounds = settings.image();
    long size = Files.size(photo.file());
    if (size == 0) {
      throw new MediaException("the file is empty");
    }
    if (size > bounds.maxBytes()) {
      throw new MediaException(
          "the photo has %d bytes, image.maxBytes allows %d: make it smaller"
              .formatted(size, bounds.maxBytes()));
    }
    byte[] bytes = Files.readAllBytes(photo.file());
    ImageHeader header = header(bytes);
    CaptureTime taken = takenAt(photo, header.exif());
    sink.image(
        new EncodedImage(
            bytes, header.format().contentType(), header.uprightWidth(), header.uprightHeight()),
        taken,
        photo.subject());
    return taken;
  }

  private ImageHeader header(byte[] bytes) throws MediaException {
    try {
      return new ImageChecker(settings.image()).check(bytes);
    } catch (UnreadableImageException e) {
      throw new MediaException(String.valueOf(e.getMessage()), e);
    }
  }

  private CaptureTime takenAt(Photo photo, ExifData exif) throws IOException {
    if (start != null) {
      return new CaptureTime(start, CaptureClock.STATED);
    }
    Optional<Instant> taken = exif.takenAt(settings.files().zone());
    return taken.isPresent()
        ? new CaptureTime(taken.get(), CaptureClock.RECORDING)
        : new CaptureTime(Files.getLastModifiedTime(photo.file()).toInstant(), CaptureClock.FILE);
  }

  private String epoch() throws IOException {
    EpochName epoch = new EpochName().with(start);
    if (photos.size() > 1) {
      // They decide which photos are rejected, and so how the others are numbered.
      epoch.with(settings.image());
    }
    for (Photo photo : photos) {
      epoch.with(photo.subject()).withContent(photo.file());
    }
    return epoch.name();
  }
}
