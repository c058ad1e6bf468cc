package io.sightings.ingest.http.upload;

import io.sightings.contract.image.ImageLimits;
import io.sightings.ingest.settings.IngestorSettings;
import java.time.Duration;
import java.time.ZoneId;

/**
 * What an upload may take.
 *
 * @param parallel uploads received at once
 * @param timeout how long a request may take to come in, and then Kafka to take its pictures
 * @param image of a single picture
 * @param videoBytes of a video
 * @param zone of pictures that do not say where their clock was
 * @param window of capture times
 */
record UploadBounds(
    int parallel,
    Duration timeout,
    ImageLimits image,
    long videoBytes,
    ZoneId zone,
    CaptureWindow window) {
  /** Pictures in one request. */
  static final int PARTS = 100;

  /** The largest multipart body is this many times the largest picture. */
  private static final int PICTURES = 16;

  static UploadBounds of(IngestorSettings settings) {
    return new UploadBounds(
        settings.server().parallel(),
        settings.server().requestTimeout(),
        settings.image(),
        settings.server().maxVideoBytes(),
        settings.files().zone(),
        new CaptureWindow(settings.server().captureWindow()));
  }

  /** Of a single picture. */
  int imageBytes() {
    return image.maxBytes();
  }

  long multipartBytes() {
    return (long) PICTURES * imageBytes();
  }
}
