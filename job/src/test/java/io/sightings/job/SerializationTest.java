package io.sightings.job;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.sightings.contract.Alert;
import io.sightings.contract.RejectedFrame;
import io.sightings.contract.Sighting;
import io.sightings.job.admit.FrameRecord;
import io.sightings.job.admit.SourceMark;
import io.sightings.job.detect.DetectResult;
import io.sightings.job.detect.SeenFrame;
import io.sightings.job.identify.IdentifiedFrame;
import io.sightings.job.identify.remote.IdentifyResult;
import io.sightings.job.sighting.SourceVisits;
import io.sightings.job.sighting.VisitState;
import io.sightings.job.track.IdentifyRequest;
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
        FrameRecord.class,
        SourceMark.class,
        DetectResult.class,
        SeenFrame.class,
        SourceTracks.class,
        IdentifyRequest.class,
        IdentifyResult.class,
        TrackedFrame.class,
        IdentifiedFrame.class,
        SourceVisits.class,
        VisitState.class,
        Sighting.class,
        Alert.class,
        RejectedFrame.class
      })
  void flinkKnowsEveryPartOf(Class<?> record) {
    assertThatCode(() -> PojoTestUtils.assertSerializedAsPojoWithoutKryo(record))
        .doesNotThrowAnyException();
  }
}
