package io.sightings.job.state;

import io.sightings.job.admit.FrameRecord;
import io.sightings.job.admit.PartitionMark;
import io.sightings.job.admit.SourceMark;
import io.sightings.job.sighting.SourceVisits;
import io.sightings.job.track.IdentifyRequest;
import io.sightings.job.track.SourceTracks;
import io.sightings.job.track.TrackedFrame;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.BasicArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.EnumTypeInfo;
import org.apache.flink.api.java.typeutils.ListTypeInfo;
import org.apache.flink.api.java.typeutils.MapTypeInfo;
import org.apache.flink.api.java.typeutils.ObjectArrayTypeInfo;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;

/** The records that are kept as state, with all the records within them. */
final class StateTypes {
  /**
   * Each is the value of a state of its own: of admit, track and sighting, and those an
   * asynchronous stage has in its hands.
   */
  static final List<Class<?>> ROOTS =
      List.of(
          SourceMark.class,
          PartitionMark.class,
          SourceTracks.class,
          SourceVisits.class,
          FrameRecord.class,
          TrackedFrame.class,
          IdentifyRequest.class);

  private StateTypes() {}

  static Set<PojoTypeInfo<?>> records(TypeInformation<?> root) {
    Set<PojoTypeInfo<?>> found = new LinkedHashSet<>();
    for (TypeInformation<?> type : all(root)) {
      if (type instanceof PojoTypeInfo<?> pojo) {
        found.add(pojo);
      }
    }
    return found;
  }

  static Set<EnumTypeInfo<?>> enums(TypeInformation<?> root) {
    Set<EnumTypeInfo<?>> found = new LinkedHashSet<>();
    for (TypeInformation<?> type : all(root)) {
      if (type instanceof EnumTypeInfo<?> constants) {
        found.add(constants);
      }
    }
    return found;
  }

  private static Set<TypeInformation<?>> all(TypeInformation<?> root) {
    Set<TypeInformation<?>> found = new LinkedHashSet<>();
    collect(root, found);
    return found;
  }

  private static void collect(TypeInformation<?> type, Set<TypeInformation<?>> found) {
    if (!found.add(type)) {
      return;
    }
    if (type instanceof PojoTypeInfo<?> pojo) {
      for (int i = 0; i < pojo.getArity(); i++) {
        collect(pojo.getTypeAt(i), found);
      }
    } else if (type instanceof ListTypeInfo<?> list) {
      collect(list.getElementTypeInfo(), found);
    } else if (type instanceof MapTypeInfo<?, ?> map) {
      collect(map.getKeyTypeInfo(), found);
      collect(map.getValueTypeInfo(), found);
    } else if (type instanceof ObjectArrayTypeInfo<?, ?> || type instanceof BasicArrayTypeInfo) {
      throw new IllegalStateException(
          "an array of objects, which this test does not know: " + type);
    }
  }
}
