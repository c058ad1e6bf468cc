package io.sightings.cameras;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sightings.cameras.clip.AccessUnit;
import io.sightings.cameras.clip.LabClip;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the program of {@link GstRtspServer} needs on disk: itself, clips in its form, a log. */
record GstFolder(Path path) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static GstFolder create(List<LabClip> clips) throws IOException {
    GstFolder folder = new GstFolder(Files.createTempDirectory("gst-rtsp-"));
    try (InputStream script = GstFolder.class.getResourceAsStream("gst_rtsp_server.py")) {
      Files.copy(script, folder.script());
    }
    for (LabClip clip : new LinkedHashSet<>(clips)) {
      write(clip, folder.clip(clip));
    }
    return folder;
  }

  Path script() {
    return path.resolve("gst_rtsp_server.py");
  }

  Path log() {
    return path.resolve("errors.log");
  }

  private Path clip(LabClip clip) {
    return path.resolve(clip.toString());
  }

  /** The line of JSON which the program reads. */
  String order(
      int port, Instant began, @Nullable CameraCredentials credentials, List<LabClip> clips)
      throws IOException {
    ObjectNode order = JSON.createObjectNode().put("port", port);
    order.put("began", began.getEpochSecond() + began.getNano() / 1e9);
    if (credentials != null) {
      order
          .putObject("auth")
          .put("user", credentials.user())
          .put("password", credentials.password())
          .put("scheme", credentials.scheme().name());
    }
    for (int i = 0; i < clips.size(); i++) {
      LabClip clip = clips.get(i);
      order
          .withArray("cameras")
          .addObject()
          .put("path", "cam" + i)
          .put("file", clip(clip).toString())
          .put("codec", clip.codec().name())
          .put("fps", clip.fps());
    }
    return JSON.writeValueAsString(order);
  }

  private static void write(LabClip clip, Path file) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (int i = 0; i < clip.frames(); i++) {
        AccessUnit picture = clip.picture(i);
        byte[] stream = picture.byteStream();
        out.writeInt(stream.length);
        out.writeBoolean(picture.key());
        out.write(stream);
      }
    }
  }

  void delete() {
    try (Stream<Path> content = Files.list(path)) {
      for (Path file : content.toList()) {
        Files.delete(file);
      }
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be deleted", e);
    }
  }
}
