package io.sightings.job.sink;

import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import io.sightings.contract.codec.TypedTopic;
import java.util.Properties;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/** Closed sightings, reduced as the topic's sink reduces them: files hold what the topic holds. */
final class ClosedSightings extends RichFlatMapFunction<Sighting, Sighting> {
  private static final long serialVersionUID = 1L;

  private final TypedTopic<Sighting> topic;
  private final Properties producer;
  private final int assumed;
  private transient RecordFitter<Sighting> fitter;

  /**
   * @param producer as the topic's sink has it
   * @param assumed bytes that the topic takes, if the broker does not tell
   */
  ClosedSightings(TypedTopic<Sighting> topic, Properties producer, int assumed) {
    this.topic = topic;
    this.producer = producer;
    this.assumed = assumed;
  }

  @Override
  public void open(OpenContext context) {
    int limit = TopicLimit.of(topic.name(), producer, assumed);
    fitter =
        new RecordFitter<>(
            topic, RecordReductions.ofSightings(), limit, getRuntimeContext().getMetricGroup());
  }

  @Override
  public void flatMap(Sighting sighting, Collector<Sighting> out) {
    if (sighting.status() == SightingStatus.CLOSED) {
      fitter.fit(sighting).ifPresent(out::collect);
    }
  }
}
