package io.sightings.benchmarks.state;

import io.sightings.job.sighting.FaceEmbedding;
import io.sightings.job.sighting.KnownStranger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.runtime.state.storage.FileSystemCheckpointStorage;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.apache.flink.util.FileUtils;

/** What a stage writes for the strangers it remembers, and how long it reads after a crash. */
final class RestoreBenchmark {
  private static final long SEED = 1;

  private final boolean compressed;

  /**
   * @param bytes of the checkpoint
   * @param took from the file to the state
   */
  record Result(long bytes, Duration took) {}

  RestoreBenchmark(boolean compressed) {
    this.compressed = compressed;
  }

  /**
   * @param sources each of which remembers so many strangers
   * @param values of an embedding, as random as a model's
   */
  Result measure(int sources, int strangers, int values) throws Exception {
    Path folder = Files.createTempDirectory("restoring");
    try {
      OperatorSubtaskState state = written(folder, sources, strangers, values);
      try (var after = harness(folder)) {
        long begin = System.nanoTime();
        after.initializeState(state);
        return new Result(state.getStateSize(), Duration.ofNanos(System.nanoTime() - begin));
      }
    } finally {
      FileUtils.deleteDirectory(folder.toFile());
    }
  }

  private OperatorSubtaskState written(Path folder, int sources, int strangers, int values)
      throws Exception {
    Random random = new Random(SEED);
    try (var before = harness(folder)) {
      before.open();
      for (int source = 0; source < sources; source++) {
        for (int i = 0; i < strangers; i++) {
          before.processElement(new Remembered("camera-" + source, stranger(i, values, random)), 0);
        }
      }
      return before.snapshot(1, 1);
    }
  }

  private static KnownStranger stranger(int number, int values, Random random) {
    List<FaceEmbedding> looks = new ArrayList<>();
    for (int i = 0; i < StrangerStateSize.LOOKS; i++) {
      float[] embedding = new float[values];
      for (int k = 0; k < values; k++) {
        embedding[k] = (float) (random.nextGaussian() / Math.sqrt(values));
      }
      looks.add(new FaceEmbedding(StrangerStateSize.MODEL, embedding, 0.9f));
    }
    return new KnownStranger("unknown-%012x".formatted(number), looks, 0);
  }

  private KeyedOneInputStreamOperatorTestHarness<String, Remembered, Void> harness(Path folder)
      throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new Remember()), Remembered::source, Types.STRING);
    harness.setStateBackend(new HashMapStateBackend());
    harness.setCheckpointStorage(new FileSystemCheckpointStorage(folder.toUri()));
    harness.getExecutionConfig().setUseSnapshotCompression(compressed);
    return harness;
  }

  private record Remembered(String source, KnownStranger stranger) {}

  private static final class Remember extends KeyedProcessFunction<String, Remembered, Void> {
    private transient ListState<KnownStranger> strangers;

    @Override
    public void open(OpenContext context) {
      strangers =
          getRuntimeContext()
              .getListState(
                  new ListStateDescriptor<>("strangers", TypeInformation.of(KnownStranger.class)));
    }

    @Override
    public void processElement(Remembered one, Context context, Collector<Void> out)
        throws Exception {
      strangers.add(one.stranger());
    }
  }
}
