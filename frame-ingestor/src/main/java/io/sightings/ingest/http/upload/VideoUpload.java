package io.sightings.ingest.http.upload;

import io.sightings.contract.image.ImageFormat;
import io.sightings.ingest.http.answer.ProblemException;
import io.sightings.ingest.http.answer.ProblemKind;
import io.sightings.ingest.monitor.SourceMonitor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A video on its way to disk, where it waits to be read. */
final class VideoUpload implements AcceptedUpload {
  /** Left free for all else that writes to the disk. */
  static final long RESERVE = 64L << 20;

  /** How often the room on the disk is looked at. */
  private static final long LOOK = 16L << 20;

  /** Videos that begin as a picture does. */
  private static final Pattern RAW_JPEGS = Pattern.compile("\\.mjpe?g$");

  private final VideoStore store;
  private final String name;
  private final @Nullable Instant start;
  private final long announced;
  private final UploadBounds bounds;
  private final SourceMonitor monitor;
  private long size;
  private long looked;

  /**
   * @param start capture time of the first frame
   * @param announced bytes, which need not be true; negative where nothing is
   */
  VideoUpload(
      VideoStore store,
      String name,
      @Nullable Instant start,
      long announced,
      UploadBounds bounds,
      SourceMonitor monitor) {
    this.store = store;
    this.name = name;
    this.start = start;
    this.announced = announced;
    this.bounds = bounds;
    this.monitor = monitor;
  }

  /** The answer. */
  private record Answer(String video) {}

  @Override
  public BodyPace pace() {
    return BodyPace.steady();
  }

  @Override
  public Object receive(TimedBody body) throws ProblemException, IOException, InterruptedException {
    try {
      if (store.holds(name)) {
        // Repeated with its Idempotency-Key: it is here, and need not be kept twice.
        body.readInto(this::count);
      } else {
        keep(body);
      }
      return new Answer(name);
    } catch (ProblemException e) {
      monitor.rejected(e.getMessage());
      throw e;
    }
  }

  private void keep(TimedBody body) throws ProblemException, IOException, InterruptedException {
    if (store.room() - Math.max(0, announced) < RESERVE) {
      throw noSpace(null);
    }
    try (VideoStore.Incoming video = store.begin(name, UUID.randomUUID().toString())) {
      body.readInto(
          bytes -> {
            count(bytes);
            lookForRoom();
            video.write(bytes);
          });
      if (size == 0) {
        throw new ProblemException(ProblemKind.UNREADABLE, "The video has no bytes.");
      }
      video.keep(start);
    } catch (IOException e) {
      if (store.room() < RESERVE) {
        throw noSpace(e);
      }
      throw e;
    }
  }

  private void count(ByteBuffer bytes) throws ProblemException, IOException {
    if (size == 0 && !RAW_JPEGS.matcher(name).find()) {
      refusePictures(bytes);
    }
    size += bytes.remaining();
    if (size > bounds.videoBytes()) {
      throw tooLarge(bounds);
    }
  }

  /** What it is in the end is found out when it is read; but a picture here is a wrong address. */
  private static void refusePictures(ByteBuffer bytes) throws ProblemException {
    byte[] start = new byte[Math.min(ImageFormat.MARK_BYTES, bytes.remaining())];
    bytes.get(bytes.position(), start);
    if (start.length == ImageFormat.MARK_BYTES && ImageFormat.of(start).isPresent()) {
      throw new ProblemException(
          ProblemKind.UNSUPPORTED, "This is a picture: post it to images instead of videos.");
    }
  }

  private void lookForRoom() throws ProblemException, IOException {
    if (size - looked >= LOOK) {
      looked = size;
      if (store.room() < RESERVE) {
        throw noSpace(null);
      }
    }
  }

  static ProblemException tooLarge(UploadBounds bounds) {
    return new ProblemException(
        ProblemKind.TOO_LARGE,
        "A video may have %d bytes (server.maxVideoBytes).".formatted(bounds.videoBytes()));
  }

  static ProblemException noSpace(@Nullable IOException cause) {
    return new ProblemException(
        ProblemKind.NO_SPACE,
        "The disk of the ingestor's state folder, where videos wait to be read, is nearly full.",
        cause);
  }
}
