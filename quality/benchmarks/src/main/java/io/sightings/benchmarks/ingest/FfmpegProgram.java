package io.sightings.benchmarks.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/** The program of the same presets, and so of the same libraries, that the ingestor uses. */
final class FfmpegProgram {

  private FfmpegProgram() {}

  /** Its name, and that it is to say nothing but errors. */
  static List<String> quietly() {
    return List.of(Loader.load(ffmpeg.class), "-v", "error", "-nostdin", "-y");
  }

  /** Joins copies of a video's pictures, without decoding them. */
  static void loop(Path video, int times, Path to) throws IOException, InterruptedException {
    write(
        to, "-stream_loop", String.valueOf(times - 1), "-i", video.toString(), "-an", "-c", "copy");
  }

  /** Encodes a video as a camera of 1080p does: 5 Mbit/s, a key frame every two seconds. */
  static void encodeAsCamera(Path video, Path to) throws IOException, InterruptedException {
    write(to, "-i", video.toString(), "-an", "-c:v", "libopenh264", "-g", "50", "-b:v", "5M");
  }

  /** Appears only when it is complete. */
  private static void write(Path to, String... options) throws IOException, InterruptedException {
    if (Files.exists(to)) {
      return;
    }
    Path unfinished = to.resolveSibling("unfinished-" + to.getFileName());
    List<String> command = new ArrayList<>(quietly());
    command.addAll(List.of(options));
    command.add(unfinished.toString());
    ChildProcessCost.run(command);
    Files.move(unfinished, to);
  }
}
