package io.sightings.benchmarks;

import io.sightings.engine.EngineSettings;
import io.sightings.job.SightingsJob;
import io.sightings.job.settings.JobSettings;
import io.sightings.kafka.LocalBroker;
import io.sightings.kafka.TopicPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The job against the bare loop, over the same frames, in turn. */
@Command(
    name = "throughput",
    mixinStandardHelpOptions = true,
    description = "Frames per second of the job, against a bare loop of the same models.")
final class ThroughputBenchmark implements Callable<Integer> {
  /** The short run has this part of the frames. */
  private static final int SHARE = 4;

  @Option(names = "--video", required = true, description = "a video; it is looped")
  private Path video;

  @Option(names = "--models", required = true, description = "the folder with the model files")
  private Path models;

  @Option(names = "--embedder", defaultValue = "mobileface_identification_v2_256d.onnx")
  private String embedder;

  @Option(names = "--frames", defaultValue = "2000", description = "default: ${DEFAULT-VALUE}")
  private int frames;

  @Option(names = "--size", defaultValue = "640", description = "detection size, default 640")
  private int size;

  @Option(names = "--cores", defaultValue = "2", description = "default: ${DEFAULT-VALUE}")
  private int cores;

  @Option(names = "--rounds", defaultValue = "2", description = "default: ${DEFAULT-VALUE}")
  private int rounds;

  public static void main(String[] args) {
    System.exit(new CommandLine(new ThroughputBenchmark()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    JpegClip clip = JpegClip.of(video);
    say(
        "%d frames of %d×%d, looped to %d",
        clip.frames().size(), clip.width(), clip.height(), frames);
    BaselineLoop loop =
        new BaselineLoop(
            models.resolve("face_detection_yunet_2023mar.onnx"),
            models.resolve(embedder),
            size,
            cores);
    loop.run(clip, Math.min(frames, 100));
    for (int round = 1; round <= rounds; round++) {
      compare(round, clip, loop);
    }
    return 0;
  }

  private void compare(int round, JpegClip clip, BaselineLoop loop) throws Exception {
    ProcessorCost bare = ProcessorCost.of(() -> loop.run(clip, frames));
    // The difference of a long and a short run leaves out what a job needs to start and to stop.
    ProcessorCost small = job(clip, frames / SHARE);
    ProcessorCost whole = job(clip, frames);
    int counted = frames - frames / SHARE;
    ProcessorCost steady = whole.minus(small);
    say("round %d  bare loop  %s", round, figures(bare, frames));
    say("         job        %s", figures(steady, counted));
    say(
        "         ratio %.2f by the clock (%.2f with start and stop), %.2f by processor time",
        steady.framesPerSecond(counted) / bare.framesPerSecond(frames),
        bare.seconds() / whole.seconds(),
        bare.cpuMillisPerFrame(frames) / steady.cpuMillisPerFrame(counted));
  }

  private static String figures(ProcessorCost cost, int frames) {
    return String.format(
        Locale.ROOT,
        "%6.1f frames/s, %5.1f ms of processor time per frame",
        cost.framesPerSecond(frames),
        cost.cpuMillisPerFrame(frames));
  }

  private ProcessorCost job(JpegClip clip, int count) throws Exception {
    JobSettings settings =
        JobSettings.defaults()
            .withEngine(
                EngineSettings.DEFAULT
                    .withEngine(EngineSettings.Engine.ONNX)
                    .withModels(List.of(models.toString())));
    try (LocalBroker broker = LocalBroker.start()) {
      JobRun run = new JobRun(broker, settings, cores);
      run.publish(clip, count);
      return run.run();
    }
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  /** The product as it is: frames on a Kafka topic, the Flink job, sightings on a Kafka topic. */
  private static final class JobRun {
    private final LocalBroker broker;
    private final JobSettings settings;
    private final int parallelism;

    JobRun(LocalBroker broker, JobSettings settings, int parallelism) {
      this.broker = broker;
      this.settings = settings;
      this.parallelism = parallelism;
    }

    /** Puts the frames on the topic, shared evenly by one source per partition. */
    void publish(JpegClip clip, int frames) {
      broker.createTopics(TopicPlan.all(parallelism));
      new ClipFramePublisher(broker.bootstrap(), parallelism).publish(clip, frames, "run");
    }

    /** From submitting the job until everything is committed. */
    ProcessorCost run() throws Exception {
      StreamExecutionEnvironment env =
          StreamExecutionEnvironment.createLocalEnvironment(parallelism);
      SightingsJob.build(
          env, settings.withKafka(settings.kafka().withBootstrap(broker.bootstrap())), true);
      return ProcessorCost.of(() -> env.execute(SightingsJob.NAME));
    }
  }
}
