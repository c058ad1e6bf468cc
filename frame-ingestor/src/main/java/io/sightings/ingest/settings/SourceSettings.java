package io.sightings.ingest.settings;

import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.contract.codec.Json;
import io.sightings.contract.codec.TextLimits;
import io.sightings.contract.settings.SettingChecks;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One source. Exactly one of url, path, device, watch and upload says what it is.
 *
 * @param id names the source; a path may go without, and then is called after its file
 * @param url of a stream: rtsp, rtsps, http, https or another protocol of FFmpeg
 * @param path of a video, a photo or a folder, read once
 * @param device a webcam, as the system calls it, such as /dev/video0
 * @param watch a folder whose files are read when they are complete, and then moved away
 * @param upload whether pictures and videos come by HTTP
 * @param location where it looks, in words
 * @param labels free labels, copied into every sighting
 * @param start capture time of the first frame of a path, ISO-8601 with a zone; empty takes what
 *     the file says
 * @param username for a url, where that does not hold one
 * @param password for a url, where that does not hold one
 * @param transport of RTSP: tcp or udp; empty is tcp
 * @param format what FFmpeg is to take a url or device for; empty lets it find out
 * @param options further options of FFmpeg for opening a url or device
 * @param sample what is taken otherwise than of all sources
 * @param tls how the certificate of a url's server is verified
 */
@RecordBuilder
public record SourceSettings(
    String id,
    String url,
    String path,
    String device,
    String watch,
    Boolean upload,
    String location,
    Map<String, String> labels,
    String start,
    String username,
    String password,
    String transport,
    String format,
    Map<String, String> options,
    SampleOverrides sample,
    TlsSettings tls)
    implements SourceSettingsBuilder.With {

  public SourceSettings {
    id = text(id);
    url = text(url);
    path = text(path);
    device = text(device);
    watch = text(watch);
    upload = upload != null && upload;
    location = text(location);
    labels = labels == null ? Map.of() : Map.copyOf(labels);
    start = text(start);
    username = text(username);
    password = text(password);
    transport = text(transport);
    format = text(format);
    options = options == null ? Map.of() : Map.copyOf(options);
    sample = sample == null ? SampleOverrides.NONE : sample;
    tls = tls == null ? TlsSettings.defaults() : tls;
    SettingChecks.that(id.isEmpty() || SourceInfo.isValidId(id), "id", id, SourceInfo.ID_PATTERN);
    checkTexts(location, labels);
    long named = Stream.of(url, path, device, watch).filter(one -> !one.isEmpty()).count();
    if (named + (upload ? 1 : 0) != 1) {
      throw new IllegalArgumentException(
          "%s names %d things, allowed is one of url, path, device, watch and upload: true"
              .formatted(id.isEmpty() ? "the source" : id, named + (upload ? 1 : 0)));
    }
    SettingChecks.that(
        !id.isEmpty() || !path.isEmpty(), "id", "missing", "a name for the source, such as door");
    SettingChecks.oneOf("transport", transport, List.of("", "tcp", "udp"));
    parse(start);
  }

  /** The job copies the texts into each sighting: they must not exceed its limits. */
  private static void checkTexts(String location, Map<String, String> labels) {
    SettingChecks.that(
        location.length() <= TextLimits.MAX_TEXT,
        "location",
        "of " + location.length() + " characters",
        TextLimits.MAX_TEXT + " at most");
    SettingChecks.that(
        labels.size() <= TextLimits.MAX_LABELS,
        "labels",
        labels.size() + " labels",
        TextLimits.MAX_LABELS + " at most");
    int length = new String(Json.write(labels), StandardCharsets.UTF_8).length();
    SettingChecks.that(
        length <= TextLimits.MAX_LABELS_JSON,
        "labels",
        "of " + length + " characters in JSON",
        TextLimits.MAX_LABELS_JSON + " at most");
  }

  private static String text(String value) {
    return Objects.requireNonNullElse(value, "");
  }

  /** A video, a photo or a folder. */
  public static SourceSettings of(String path) {
    return SourceSettingsBuilder.builder().path(path).build();
  }

  /** A stream. */
  public static SourceSettings stream(String id, String url) {
    return SourceSettingsBuilder.builder().id(id).url(url).build();
  }

  /** A webcam, as the system calls it. */
  public static SourceSettings webcam(String id, String device) {
    return SourceSettingsBuilder.builder().id(id).device(device).build();
  }

  public SourceSettings withPlace(String otherLocation, Map<String, String> otherLabels) {
    return withLocation(otherLocation).withLabels(otherLabels);
  }

  /** A folder whose files are read when they are complete. */
  public static SourceSettings watched(String id, String folder) {
    return SourceSettingsBuilder.builder().id(id).watch(folder).build();
  }

  /** A target of uploads. */
  public static SourceSettings uploads(String id) {
    return SourceSettingsBuilder.builder().id(id).upload(true).build();
  }

  public SourceSettings withStart(Instant other) {
    return withStart(other.toString());
  }

  /**
   * What frames say of the source.
   *
   * @param infoId its id, or that which was made for it
   */
  public SourceInfo info(String infoId, SourceKind kind) {
    return new SourceInfo(infoId, kind, location.isEmpty() ? null : location, labels);
  }

  /** Whether it is read as it happens, and never ends by itself. */
  public boolean isLive() {
    return !url.isEmpty() || !device.isEmpty();
  }

  /** Whether it is read once, to its end. */
  public boolean isFile() {
    return !path.isEmpty();
  }

  /** The capture time of the first frame. */
  public @Nullable Instant startTime() {
    return parse(start);
  }

  /** Without the address and what opens it: those hold passwords. */
  @Override
  public String toString() {
    return "SourceSettings[" + (id.isEmpty() ? path : id) + "]";
  }

  private static @Nullable Instant parse(String start) {
    if (start.isEmpty()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(start).toInstant();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "start is \"" + start + "\", allowed is a time such as 2026-11-21T09:30:00+01:00", e);
    }
  }
}
