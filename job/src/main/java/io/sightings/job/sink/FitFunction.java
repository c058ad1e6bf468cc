package io.sightings.job.sink;

import io.sightings.contract.codec.Topic;
import java.util.Properties;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * Reduces records to what their topic takes, for all sinks alike: files hold what the topic holds.
 */
final class FitFunction<T> extends RichFlatMapFunction<T, T> {
  private static final long serialVersionUID = 1L;

  private final Topic<T> topic;
  private final Reductions<T> reductions;
  private final Properties producer;
  private final int assumed;
  private transient RecordFitter<T> fitter;

  FitFunction(Topic<T> topic, Reductions<T> reductions, Properties producer, int assumed) {
    this.topic = topic;
    this.reductions = reductions;
    this.producer = producer;
    this.assumed = assumed;
  }

  @Override
  public void open(OpenContext context) {
    int limit = TopicLimit.of(topic.name(), producer, assumed);
    fitter = new RecordFitter<>(topic, reductions, limit, getRuntimeContext().getMetricGroup());
  }

  @Override
  public void flatMap(T record, Collector<T> out) {
    fitter.fit(record).ifPresent(out::collect);
  }
}
