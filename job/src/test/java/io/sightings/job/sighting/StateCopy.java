package io.sightings.job.sighting;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Sends state through the bytes a checkpoint would hold. */
final class StateCopy {
  private final TypeSerializer<SourceVisits> serializer =
      TypeInformation.of(SourceVisits.class).createSerializer(new SerializerConfigImpl());

  SourceVisits throughBytes(SourceVisits state) {
    try {
      DataOutputSerializer out = new DataOutputSerializer(1024);
      serializer.serialize(state, out);
      return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
