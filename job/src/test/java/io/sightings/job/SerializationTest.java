package io.sightings.job;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.sightings.contract.Alert;
import io.sightings.contract.RejectedFrame;
import io.sightings.contract.Sighting;
import io.sightings.job.admit.Delivery;
import io.sightings.job.admit.SourceMark;
import io.sightings.job.ask.Answer;
import io.sightings.job.detect.Detection;
import io.sightings.job.detect.SeenFrame;
import io.sightings.job.identify.IdentifiedFrame;
import io.sightings.job.sighting.SourceVisits;
import io.sightings.job.sighting.Visit;
import io.sightings.job.track.Question;
import io.sightings.job.track.SourceTracks;
import io.sightings.job.track.TrackedFrame;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever travels between stages or is kept as state can evolve without losing the state. */
class SerializationTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        Delivery.class,
        SourceMark.class,
        Detection.class,
        SeenFrame.class,
        SourceTracks.class,
        Question.class,
        Answer.class,
        TrackedFrame.class,
        IdentifiedFrame.class,
        SourceVisits.class,
        Visit.class,
        Sighting.class,
        Alert.class,
        RejectedFrame.class
      })
  void flinkKnowsEveryPartOf(Class<?> record) {
    assertThatCode(() -> PojoTestUtils.assertSerializedAsPojoWithoutKryo(record))
        .doesNotThrowAnyException();
  }
}
