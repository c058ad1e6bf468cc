package io.sightings.job.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.java.typeutils.EnumTypeInfo;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A field may be added to any record in state, and a constant to any enum: each in turn is taken
 * for the one that was added last, so that state written without it is restored with it.
 */
class RecordEvolutionTest {

  @ParameterizedTest(name = "{0}: {1} without {2}")
  @MethodSource("fields")
  void aFieldMayBeAddedToAnyRecord(TypeInformation<?> now, Class<?> record, String field)
      throws Exception {
    TypeInformation<?> older = OlderTypes.withoutField(now, record, field);

    Object restored = restored(older, now, Specimen.whole(now));

    assertThat(restored).usingRecursiveComparison().isEqualTo(Specimen.without(now, record, field));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("constants")
  void aConstantMayBeAddedToAnyEnumAtAnyPlace(TypeInformation<?> now, Enum<?> constant)
      throws Exception {
    TypeInformation<?> older = OlderTypes.withoutConstant(now, constant);

    Object restored = restored(older, now, Specimen.whole(now));

    assertThat(restored).usingRecursiveComparison().isEqualTo(Specimen.whole(now));
  }

  static Stream<Arguments> fields() {
    List<Arguments> all = new ArrayList<>();
    Set<Class<?>> known = new HashSet<>();
    for (TypeInformation<?> root : roots()) {
      for (PojoTypeInfo<?> record : StateTypes.records(root)) {
        if (known.add(record.getTypeClass())) {
          for (String field : record.getFieldNames()) {
            all.add(Arguments.of(named(root), record.getTypeClass(), field));
          }
        }
      }
    }
    return all.stream();
  }

  static Stream<Arguments> constants() {
    List<Arguments> all = new ArrayList<>();
    Set<Class<?>> known = new HashSet<>();
    for (TypeInformation<?> root : roots()) {
      for (EnumTypeInfo<?> type : StateTypes.enums(root)) {
        Object[] constants = type.getTypeClass().getEnumConstants();
        if (known.add(type.getTypeClass())) {
          all.add(Arguments.of(named(root), constants[0]));
          all.add(Arguments.of(named(root), constants[constants.length - 1]));
        }
      }
    }
    return all.stream();
  }

  private static Named<TypeInformation<?>> named(TypeInformation<?> root) {
    return Named.of(root.getTypeClass().getSimpleName(), root);
  }

  private static List<TypeInformation<?>> roots() {
    List<TypeInformation<?>> roots = new ArrayList<>();
    StateTypes.ROOTS.forEach(type -> roots.add(TypeInformation.of(type)));
    return roots;
  }

  /** What Flink does: the older form reads, the present form writes from then on. */
  private static Object restored(TypeInformation<?> older, TypeInformation<?> now, Object value)
      throws IOException {
    TypeSerializer<Object> writer = serializer(older);
    byte[] state = bytes(writer, value);
    TypeSerializerSnapshot<Object> form = throughBytes(writer.snapshotConfiguration());
    TypeSerializer<Object> present = serializer(now);
    TypeSerializerSchemaCompatibility<Object> compatibility =
        present.snapshotConfiguration().resolveSchemaCompatibility(form);
    assertThat(compatibility.isIncompatible()).isFalse();
    Object read = form.restoreSerializer().deserialize(new DataInputDeserializer(state));
    TypeSerializer<Object> from =
        compatibility.isCompatibleWithReconfiguredSerializer()
            ? compatibility.getReconfiguredSerializer()
            : present;
    return from.deserialize(new DataInputDeserializer(bytes(from, read)));
  }

  private static byte[] bytes(TypeSerializer<Object> serializer, Object value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(1024);
    serializer.serialize(value, out);
    return out.getCopyOfBuffer();
  }

  private static TypeSerializerSnapshot<Object> throughBytes(TypeSerializerSnapshot<Object> form)
      throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(1024);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, form);
    return TypeSerializerSnapshot.readVersionedSnapshot(
        new DataInputDeserializer(out.getCopyOfBuffer()),
        RecordEvolutionTest.class.getClassLoader());
  }

  @SuppressWarnings("unchecked")
  private static TypeSerializer<Object> serializer(TypeInformation<?> type) {
    return (TypeSerializer<Object>) type.createSerializer(new SerializerConfigImpl());
  }
}
