package io.sightings.benchmarks.live;

import io.sightings.benchmarks.live.FramesTopicReader.Entry;
import io.sightings.cameras.CameraBehaviour;
import io.sightings.cameras.CameraServer;
import io.sightings.cameras.GstRtspServer;
import io.sightings.cameras.GstRtspServer.GstCamera;
import io.sightings.cameras.SimulatedCamera;
import io.sightings.cameras.clip.ClipCodec;
import io.sightings.cameras.clip.ClipSpec;
import io.sightings.cameras.clip.LabClip;
import io.sightings.kafka.LocalBroker;
import io.sightings.process.ProcessFootprint;
import io.sightings.toolkit.process.IngestorProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Good and bad cameras beside each other. */
@Command(
    name = "cameras",
    mixinStandardHelpOptions = true,
    description = {
      "Sixteen sources at once: good cameras, dead, stalling and restarting ones, a film and an"
          + " upload. Says for each how many frames were due and came."
    })
final class CamerasCommand implements Callable<Integer> {
  private static final Duration PERIOD = Duration.ofSeconds(20);
  private static final Duration OFF = Duration.ofSeconds(3);
  private static final int STALL_AFTER = 100;
  private static final int FPS = 10;

  @Option(names = "--minutes", defaultValue = "10", description = "default: ${DEFAULT-VALUE}")
  private double minutes;

  @Option(names = "--good", defaultValue = "8", description = "good cameras, ${DEFAULT-VALUE}")
  private int good;

  /** Of a source, what it should have given. */
  private interface Due {
    long frames();
  }

  private final StringBuilder yaml = new StringBuilder("live: {timeout: 5s, maxBackoff: 10s}\n");
  private final Map<String, Due> due = new TreeMap<>();
  private final Map<String, Integer> numbers = new TreeMap<>();
  private final Map<String, String> kinds = new TreeMap<>();

  @Override
  public Integer call() throws Exception {
    yaml.append("sample: {fps: 0}\nsources:\n");
    Path work = Files.createTempDirectory("live-cameras");
    LabClip h264 = LabClip.of(ClipSpec.of(ClipCodec.H264).size(640, 360).fps(FPS));
    List<LabClip> clips = new ArrayList<>();
    for (int i = 0; i < good; i++) {
      clips.add(
          i % 2 == 0 || LabClip.missing(ClipCodec.H265).isPresent()
              ? h264
              : LabClip.of(ClipSpec.of(ClipCodec.H265).size(640, 360).fps(FPS)));
    }
    List<CameraServer> restarting = List.of(CameraServer.start(), CameraServer.start());
    try (LocalBroker broker = LocalBroker.start(work.resolve("broker"));
        GstRtspServer server = GstRtspServer.start(clips.toArray(LabClip[]::new));
        CameraServer bad = CameraServer.start()) {
      for (int i = 0; i < good; i++) {
        GstCamera camera = server.camera(i);
        add("good-" + (i + 1), camera.clip().codec().name(), camera.url(), camera.clip(), null);
      }
      SimulatedCamera silent = bad.camera("silent", h264).behave(CameraBehaviour.silent());
      add("dead-1", "silent", silent.url(), h264, silent::framesSent);
      add("dead-2", "refused", "rtsp://127.0.0.1:1/none", h264, () -> 0);
      for (int i = 1; i <= 2; i++) {
        SimulatedCamera stalling =
            bad.camera("stall" + i, h264).behave(CameraBehaviour.good().stallAfter(STALL_AFTER));
        add("stalling-" + i, "stalls", stalling.url(), h264, stalling::framesSent);
        SimulatedCamera plugged = restarting.get(i - 1).camera("plug", h264);
        add("restarting-" + i, "restarts", plugged.url(), h264, plugged::framesSent);
      }
      yaml.append(
          "  - {id: film, device: \"movie=filename=%s,loop=loop=-1:size=%d,setpts=N/%d/TB,realtime\", format: lavfi}\n"
              .formatted(h264.file(), h264.frames(), FPS));
      kinds.put("film", "webcam-like");
      numbers.put("film", h264.frames());
      yaml.append("  - {id: upload, upload: true}\n");
      kinds.put("upload", "upload");
      run(work, broker, restarting);
    } finally {
      restarting.forEach(CameraServer::close);
    }
    return 0;
  }

  private void add(String id, String kind, String url, LabClip clip, @Nullable Due frames) {
    yaml.append("  - {id: %s, url: \"%s\"}%n".formatted(id, url));
    kinds.put(id, kind);
    numbers.put(id, clip.frames());
    if (frames != null) {
      due.put(id, frames);
    }
  }

  private void run(Path work, LocalBroker broker, List<CameraServer> restarting) throws Exception {
    long start = System.nanoTime();
    Map<String, Double> dropped = new TreeMap<>();
    Map<String, Double> reconnects = new TreeMap<>();
    SteadyUploader uploads;
    try (IngestorProcess ingestor =
        IngestorProcess.started(work, broker.bootstrap(), yaml.toString())) {
      ingestor.awaitReady();
      restarting.forEach(server -> server.restartEvery(PERIOD, OFF));
      uploads = new SteadyUploader(ingestor.port(), "upload", 2000);
      ProcessFootprint before = ingestor.process().footprint();
      long measured = System.nanoTime();
      long end = start + (long) (minutes * 60e9);
      while (System.nanoTime() < end) {
        WallClockPause.millis(Math.min(30_000, Math.max(1, (end - System.nanoTime()) / 1_000_000)));
        say("%s", usage(ingestor.process().footprint(), before, measured));
      }
      uploads.close();
      for (String id : kinds.keySet()) {
        dropped.put(id, ingestor.metric("sightings_ingest_frames_dropped_total", id));
        reconnects.put(id, ingestor.metric("sightings_ingest_reconnects_total", id));
      }
    }
    report(FramesTopicReader.read(broker.bootstrap(), true), uploads, dropped, reconnects);
    say("log: %s", work.resolve("sightings.log"));
  }

  private static String usage(ProcessFootprint now, ProcessFootprint before, long since) {
    double seconds = (System.nanoTime() - since) / 1e9;
    return String.format(
        Locale.ROOT,
        "%4.0f s  %s, %.0f %% of a core",
        seconds,
        now.text(),
        100 * (now.cpuSeconds() - before.cpuSeconds()) / seconds);
  }

  private void report(
      Map<String, List<Entry>> topic,
      SteadyUploader uploads,
      Map<String, Double> dropped,
      Map<String, Double> reconnects) {
    say(
        "%-13s %-11s %7s %9s %7s %8s %7s %5s %10s %10s %10s",
        "source",
        "",
        "due",
        "published",
        "missing",
        "repeated",
        "dropped",
        "gaps",
        "reconnects",
        "blind p50",
        "blind p95");
    for (String id : kinds.keySet()) {
      List<Entry> entries = topic.getOrDefault(id, List.of());
      SourceAccount account = SourceAccount.of(entries, numbers.getOrDefault(id, 0));
      say(
          "%-13s %-11s %7d %9d %7d %8d %7.0f %5d %10.0f %8.1f s %8.1f s",
          id,
          kinds.get(id),
          due(id, entries, account, uploads),
          account.published(),
          account.missing(),
          account.repeated(),
          dropped.getOrDefault(id, 0.0),
          account.blind().size(),
          reconnects.getOrDefault(id, 0.0),
          account.blindAt(0.5).toMillis() / 1e3,
          account.blindAt(0.95).toMillis() / 1e3);
    }
  }

  /** Of a good camera all it filmed from the first to the last frame that came. */
  private long due(String id, List<Entry> entries, SourceAccount account, SteadyUploader uploads) {
    if (due.containsKey(id)) {
      return due.get(id).frames();
    }
    if (id.equals("upload")) {
      return uploads.taken().size();
    }
    if (account.missing() >= 0) {
      return account.published() + account.missing() - account.repeated();
    }
    return entries.isEmpty()
        ? 0
        : Math.round(
                Duration.between(entries.get(0).at(), entries.get(entries.size() - 1).at())
                        .toMillis()
                    * FPS
                    / 1e3)
            + 1;
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
