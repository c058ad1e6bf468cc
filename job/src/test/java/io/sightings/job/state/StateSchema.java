package io.sightings.job.state;

import io.sightings.job.state.KeptStates.KeptState;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.flink.api.common.typeutils.CompositeTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.EnumSerializer;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializer;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;

/**
 * What a later version has to find again, in lines: operators by their uids, states by their names,
 * and every record and enum within them.
 */
final class StateSchema {
  private final SortedSet<String> lines = new TreeSet<>();

  void operators(StreamGraph graph) {
    for (StreamNode node : graph.getStreamNodes()) {
      if (node.getTransformationUID() != null) {
        lines.add("operator %s".formatted(node.getTransformationUID()));
      }
    }
  }

  void states(Collection<KeptState> states) {
    for (KeptState state : states) {
      lines.add(
          "state %s/%s: %s of %s"
              .formatted(state.operator(), state.name(), state.kind(), type(state.serializer())));
    }
  }

  SortedSet<String> lines() {
    return lines;
  }

  private String type(TypeSerializer<?> serializer) {
    if (serializer instanceof PojoSerializer<?> pojo) {
      return record(pojo);
    }
    if (serializer instanceof EnumSerializer<?> constants) {
      Class<?> type = constants.createInstance().getDeclaringClass();
      for (Object constant : type.getEnumConstants()) {
        lines.add("constant %s.%s".formatted(type.getName(), ((Enum<?>) constant).name()));
      }
      return type.getName();
    }
    String name = serializer.getClass().getSimpleName().replace("Serializer", "");
    List<String> parts = new ArrayList<>();
    if (serializer.snapshotConfiguration() instanceof CompositeTypeSerializerSnapshot<?, ?> all) {
      for (TypeSerializerSnapshot<?> part : all.getNestedSerializerSnapshots()) {
        parts.add(type(part.restoreSerializer()));
      }
    }
    return parts.isEmpty() ? name : name + "<" + String.join(", ", parts) + ">";
  }

  private String record(PojoSerializer<?> pojo) {
    Class<?> type = (Class<?>) inside(pojo, "clazz");
    Field[] fields = (Field[]) inside(pojo, "fields");
    TypeSerializer<?>[] serializers = (TypeSerializer<?>[]) inside(pojo, "fieldSerializers");
    for (int i = 0; i < fields.length; i++) {
      lines.add(
          "field %s.%s: %s".formatted(type.getName(), fields[i].getName(), type(serializers[i])));
    }
    return type.getName();
  }

  /** Flink shows nobody what a serializer of records consists of. */
  private static Object inside(PojoSerializer<?> pojo, String field) {
    try {
      Field found = PojoSerializer.class.getDeclaredField(field);
      found.setAccessible(true);
      return found.get(pojo);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("another Flink has other fields", e);
    }
  }
}
