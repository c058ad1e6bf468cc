package io.sightings.faults.hostile.input;

import io.sightings.faults.hostile.input.HostileInput.Manner;
import io.sightings.faults.hostile.input.VideoKinds.VideoKind;
import io.sightings.ingest.source.EpochName;
import java.util.List;

/** Hostile videos by HTTP. The key of each decides the name of its file. */
public final class VideoUploadKinds {
  private static final List<String> EXTENSIONS =
      List.of(
          "mp4", "mkv", "avi", "ts", "flv", "mov", "webm", "mpg", "mjpeg", "h264", "gif", "mxf");

  private VideoUploadKinds() {}

  static List<HostileKind> all() {
    return VideoKinds.all().stream().map(VideoUploadKinds::kind).toList();
  }

  private static HostileKind kind(VideoKind kind) {
    return new HostileKind(
        kind.name(),
        kind.weight(),
        kind.refused(),
        (material, dice) -> {
          String key = dice.word(16);
          String extension = dice.pick(EXTENSIONS);
          byte[] body = kind.filmer().film(material, stored(key, extension), dice);
          String head =
              HttpRequests.posted(
                  HttpRequests.VIDEOS,
                  "application/octet-stream",
                  body,
                  "Idempotency-Key: " + key,
                  "Content-Disposition: attachment; filename=\"x." + extension + "\"");
          return HttpRequests.of(head, body, Manner.KEEPS);
        });
  }

  /** The name the ingestor gives to an upload with a key. */
  static String stored(String key, String extension) {
    return new EpochName().with(key).name() + "." + extension;
  }
}
