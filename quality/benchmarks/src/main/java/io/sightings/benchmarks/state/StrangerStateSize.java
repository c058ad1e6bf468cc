package io.sightings.benchmarks.state;

import io.sightings.job.sighting.FaceEmbedding;
import io.sightings.job.sighting.KnownStranger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataOutputSerializer;

/** What a stranger takes in a checkpoint. */
final class StrangerStateSize {
  static final String MODEL = "mobileface_identification_v2";
  static final int LOOKS = 6;

  private StrangerStateSize() {}

  /**
   * @param values of an embedding
   */
  static int bytes(int values) {
    FaceEmbedding look = new FaceEmbedding(MODEL, new float[values], 0.9f);
    KnownStranger stranger =
        new KnownStranger("unknown-0123456789ab", Collections.nCopies(LOOKS, look), 0);
    DataOutputSerializer out = new DataOutputSerializer(1 << 16);
    try {
      TypeInformation.of(KnownStranger.class)
          .createSerializer(new SerializerConfigImpl())
          .serialize(stranger, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.length();
  }
}
