package io.sightings.job.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.base.EnumSerializer.EnumSerializerSnapshot;
import org.apache.flink.api.java.typeutils.EnumTypeInfo;
import org.apache.flink.api.java.typeutils.ListTypeInfo;
import org.apache.flink.api.java.typeutils.MapTypeInfo;
import org.apache.flink.api.java.typeutils.NullableListTypeInfo;
import org.apache.flink.api.java.typeutils.NullableMapTypeInfo;
import org.apache.flink.api.java.typeutils.PojoField;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * Types as an older version of the job had them, which did not know a field or a constant yet. What
 * Flink writes for these is byte for byte what it would have written for the older classes: it
 * knows classes by name and fields by the list it is given.
 */
final class OlderTypes {

  private OlderTypes() {}

  /** The same type, but wherever the record is in it, the record lacks the field. */
  static TypeInformation<?> withoutField(TypeInformation<?> root, Class<?> of, String field) {
    return rebuilt(
        root,
        type -> {
          if (!(type instanceof PojoTypeInfo<?> pojo) || pojo.getTypeClass() != of) {
            return type;
          }
          List<PojoField> rest =
              fields(pojo).stream().filter(f -> !f.getField().getName().equals(field)).toList();
          return new PojoTypeInfo<>(pojo.getTypeClass(), rest);
        });
  }

  /** The same type, but the enum in it lacks the constant. */
  static TypeInformation<?> withoutConstant(TypeInformation<?> root, Enum<?> constant) {
    Class<?> of = constant.getDeclaringClass();
    return rebuilt(
        root,
        type ->
            type instanceof EnumTypeInfo<?> && type.getTypeClass() == of
                ? new FixedTypeInfo<>(type.getTypeClass(), before(constant).restoreSerializer())
                : type);
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static EnumSerializerSnapshot<?> before(Enum<?> constant) {
    Class<?> of = constant.getDeclaringClass();
    try {
      // As EnumSerializerSnapshot writes it.
      DataOutputSerializer out = new DataOutputSerializer(64);
      out.writeUTF(of.getName());
      out.writeInt(of.getEnumConstants().length - 1);
      for (Object known : of.getEnumConstants()) {
        if (known != constant) {
          out.writeUTF(((Enum<?>) known).name());
        }
      }
      EnumSerializerSnapshot snapshot = new EnumSerializerSnapshot();
      snapshot.readSnapshot(
          snapshot.getCurrentVersion(),
          new DataInputDeserializer(out.getCopyOfBuffer()),
          of.getClassLoader());
      return snapshot;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TypeInformation<?> rebuilt(
      TypeInformation<?> type, UnaryOperator<TypeInformation<?>> older) {
    if (type instanceof PojoTypeInfo<?> pojo) {
      List<PojoField> fields = new ArrayList<>();
      for (PojoField field : fields(pojo)) {
        fields.add(new PojoField(field.getField(), rebuilt(field.getTypeInformation(), older)));
      }
      return older.apply(new PojoTypeInfo<>(pojo.getTypeClass(), fields));
    }
    if (type instanceof ListTypeInfo<?> list) {
      TypeInformation<?> element = rebuilt(list.getElementTypeInfo(), older);
      return type instanceof NullableListTypeInfo
          ? new NullableListTypeInfo<>(element)
          : new ListTypeInfo<>(element);
    }
    if (type instanceof MapTypeInfo<?, ?> map) {
      TypeInformation<?> key = rebuilt(map.getKeyTypeInfo(), older);
      TypeInformation<?> value = rebuilt(map.getValueTypeInfo(), older);
      return type instanceof NullableMapTypeInfo
          ? new NullableMapTypeInfo<>(key, value)
          : new MapTypeInfo<>(key, value);
    }
    return older.apply(type);
  }

  private static List<PojoField> fields(PojoTypeInfo<?> pojo) {
    List<PojoField> fields = new ArrayList<>();
    for (int i = 0; i < pojo.getArity(); i++) {
      fields.add(pojo.getPojoFieldAt(i));
    }
    return fields;
  }
}
