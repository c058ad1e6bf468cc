package io.sightings.ingest.http.upload;

import io.sightings.ingest.http.answer.ProblemException;
import io.sightings.ingest.http.answer.ProblemKind;
import io.sightings.ingest.source.EpochName;
import io.sightings.ingest.source.FileNames;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** What an uploaded video is called on disk: of what the client says, nothing but the extension. */
final class VideoName {
  private static final DateTimeFormatter TIMES =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int RANDOM_DIGITS = 12;
  private static final String USUAL = "mp4";
  private static final String OCTETS = "application/octet-stream";

  private static final Map<String, String> EXTENSIONS =
      Map.ofEntries(
          Map.entry("video/mp4", "mp4"),
          Map.entry("application/mp4", "mp4"),
          Map.entry("video/quicktime", "mov"),
          Map.entry("video/x-m4v", "m4v"),
          Map.entry("video/webm", "webm"),
          Map.entry("video/x-matroska", "mkv"),
          Map.entry("video/matroska", "mkv"),
          Map.entry("video/x-msvideo", "avi"),
          Map.entry("video/vnd.avi", "avi"),
          Map.entry("video/mp2t", "ts"),
          Map.entry("video/mpeg", "mpg"),
          Map.entry("video/3gpp", "3gp"),
          Map.entry("video/x-flv", "flv"),
          Map.entry("video/ogg", "ogv"),
          Map.entry("video/x-ms-wmv", "wmv"),
          Map.entry("application/mxf", "mxf"));

  private VideoName() {}

  /**
   * A name no other upload has, but one repeated with the same Idempotency-Key.
   *
   * @throws ProblemException if it says that it is something else than a video
   */
  static String of(HttpFields headers, Instant now) throws ProblemException {
    String extension = extension(headers);
    String key = headers.get("Idempotency-Key");
    return (key == null ? TIMES.format(now) + "-" + random() : new EpochName().with(key).name())
        + "."
        + extension;
  }

  private static String extension(HttpFields headers) throws ProblemException {
    String given = headers.get(HttpHeader.CONTENT_TYPE);
    String type =
        (given == null ? OCTETS : given.split(";", 2)[0]).strip().toLowerCase(Locale.ROOT);
    if (!type.startsWith("video/") && !type.equals(OCTETS) && !EXTENSIONS.containsKey(type)) {
      throw new ProblemException(
          ProblemKind.UNSUPPORTED,
          "Send the video itself, as video/* or application/octet-stream and not in parts.");
    }
    String name = ClientFileName.of(headers);
    String own = name == null ? "" : name.substring(name.lastIndexOf('.') + 1);
    // Only what is known to be an extension of videos ever gets into a path.
    return own.matches("[A-Za-z0-9]{1,5}") && FileNames.isVideo(Path.of("a." + own))
        ? own.toLowerCase(Locale.ROOT)
        : EXTENSIONS.getOrDefault(type, USUAL);
  }

  private static String random() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, RANDOM_DIGITS);
  }
}
