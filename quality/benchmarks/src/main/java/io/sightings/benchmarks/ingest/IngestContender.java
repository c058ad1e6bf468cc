package io.sightings.benchmarks.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Who does the work. */
enum IngestContender {
  OURS {
    @Override
    List<String> command(IngestWork work, Path video) {
      return List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-Xmx2g",
          "-Djava.awt.headless=true",
          "-cp",
          System.getProperty("java.class.path"),
          SingleFileIngest.class.getName(),
          work.name(),
          video.toString());
    }
  },
  FFMPEG {
    @Override
    List<String> command(IngestWork work, Path video) {
      List<String> command = new ArrayList<>(FfmpegProgram.quietly());
      // What it counts comes by itself, to compare the number of pictures.
      command.addAll(List.of("-progress", "pipe:1", "-threads", "1"));
      command.addAll(work.input());
      command.addAll(List.of("-i", video.toString(), "-an"));
      command.addAll(work.output());
      command.addAll(List.of("-c:v", "mjpeg", "-q:v", String.valueOf(IngestWork.QUALITY)));
      command.addAll(List.of("-f", "null", "-"));
      return command;
    }
  };

  abstract List<String> command(IngestWork work, Path video);

  ChildProcessCost run(IngestWork work, Path video) throws IOException, InterruptedException {
    return ChildProcessCost.run(command(work, video));
  }
}
