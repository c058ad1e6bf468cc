package io.sightings.cli.sources;

import io.sightings.contract.settings.DurationText;
import io.sightings.ingest.address.StreamException;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.ingest.source.FrameSource;
import io.sightings.ingest.source.InputResolver;
import io.sightings.ingest.stream.StreamAddress;
import io.sightings.ingest.stream.StreamBounds;
import io.sightings.ingest.stream.StreamProbe;
import io.sightings.ingest.stream.StreamProbe.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Opens a source as the ingestor would. Safe for use by many threads. */
final class SourceChecker {
  /** Long enough for a key frame or two of most cameras. */
  private static final Duration WATCH = Duration.ofSeconds(5);

  private final IngestorSettings settings;

  SourceChecker(IngestorSettings settings) {
    this.settings = settings;
  }

  SourceCheckResult look(SourceSettings source) {
    String id = source.id().isEmpty() ? source.path() : source.id();
    try {
      return new SourceCheckResult(id, true, found(source));
    } catch (IOException | IllegalArgumentException e) {
      return new SourceCheckResult(id, false, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return new SourceCheckResult(id, false, "unexpected error: " + e);
    }
  }

  private String found(SourceSettings source) throws IOException {
    if (source.isLive()) {
      return stream(source);
    }
    if (source.isFile()) {
      List<FrameSource> read = new InputResolver(settings).resolve(source);
      return "%d source%s to read once".formatted(read.size(), read.size() == 1 ? "" : "s");
    }
    return source.upload() ? upload(source) : folder(source);
  }

  private String stream(SourceSettings source) throws StreamException {
    boolean keyFramesOnly = settings.sampleOf(source).keyFramesOnly();
    StreamBounds bounds =
        new StreamBounds(settings.live().timeout(), settings.image().maxPixels(), keyFramesOnly);
    Finding found = new StreamProbe(bounds, WATCH).probe(source);
    return String.format(
        Locale.ROOT,
        "%s over %s%s; %.1f frames/s arrive; first picture after %d ms; key frames %s; %s; %s",
        found.info(),
        found.transport(),
        protection(source),
        found.fps(),
        found.opening().toMillis(),
        found.keyFrameInterval() == null
            ? "more than " + DurationText.format(WATCH) + " apart"
            : "%.1f s apart".formatted(found.keyFrameInterval().toMillis() / 1000.0),
        clock(found.clockOffset()),
        found.address());
  }

  private static String protection(SourceSettings source) {
    if (!StreamAddress.of(source).isTls()) {
      return "";
    }
    return source.tls().verify()
        ? ", its certificate is verified"
        : ", its certificate is NOT verified (tls.verify is false): anything between may pose as it";
  }

  private String clock(@Nullable Duration offset) {
    if (offset == null) {
      return "tells no time, so that the time of arrival counts";
    }
    String off =
        String.format(
            Locale.ROOT,
            "its clock is %.1f s %s ours",
            Math.abs(offset.toMillis()) / 1000.0,
            offset.isNegative() ? "behind" : "ahead of");
    Duration tolerated = settings.live().clockTolerance();
    return offset.abs().compareTo(tolerated) <= 0
        ? off
        : off
            + ", which is more than live.clockTolerance (%s): the time of arrival counts; set the"
                .formatted(DurationText.format(tolerated))
            + " camera's clock";
  }

  private String upload(SourceSettings source) {
    if (settings.server().token().isEmpty()) {
      throw new IllegalArgumentException(
          "nobody may upload: set server.token, as by SIGHTINGS_UPLOAD_TOKEN");
    }
    return "takes uploads at http://%s:%d/v1/sources/%s/images"
        .formatted(settings.server().host(), settings.server().port(), source.id());
  }

  private static String folder(SourceSettings source) {
    Path folder;
    try {
      folder = Path.of(source.watch());
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("watch is not a path: " + e.getReason(), e);
    }
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("there is no folder " + folder + ": create it");
    }
    if (!Files.isReadable(folder) || !Files.isWritable(folder)) {
      throw new IllegalArgumentException(
          folder + " may not be read and written: what was read is moved away, so allow both");
    }
    return "watches " + folder;
  }

  /**
   * What was found out about a source.
   *
   * @param good whether it can be read
   * @param text what it gives, or what is wrong; without credentials
   */
  record SourceCheckResult(String id, boolean good, String text) {}
}
