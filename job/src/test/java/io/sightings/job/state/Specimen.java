package io.sightings.job.state;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.ListTypeInfo;
import org.apache.flink.api.java.typeutils.MapTypeInfo;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;

/** A value of any type that is kept as state, with every field of it filled. */
final class Specimen {
  /** A record and the field of it that is left absent; nulls for none. */
  private final Class<?> of;

  private final String absent;

  private Specimen(Class<?> of, String absent) {
    this.of = of;
    this.absent = absent;
  }

  static Object whole(TypeInformation<?> type) {
    return new Specimen(null, null).value(type, "");
  }

  /** What a field that was not written is to the record: null, or zero. */
  static Object without(TypeInformation<?> type, Class<?> of, String field) {
    return new Specimen(of, field).value(type, "");
  }

  private Object value(TypeInformation<?> type, String name) {
    Class<?> wanted = type.getTypeClass();
    if (type instanceof PojoTypeInfo<?> pojo) {
      return record(pojo);
    }
    if (type instanceof ListTypeInfo<?> list) {
      Object element = value(list.getElementTypeInfo(), name);
      return List.of(element, value(list.getElementTypeInfo(), name + "2"));
    }
    if (type instanceof MapTypeInfo<?, ?> map) {
      return Map.of(value(map.getKeyTypeInfo(), name), value(map.getValueTypeInfo(), name));
    }
    if (wanted.isEnum()) {
      // Neither the first nor the last: those are left out in turn.
      return wanted.getEnumConstants()[wanted.getEnumConstants().length / 2];
    }
    if (wanted.isArray()) {
      Object array = Array.newInstance(wanted.getComponentType(), 3);
      Array.set(array, 1, number(wanted.getComponentType()));
      return array;
    }
    if (wanted == String.class) {
      return "a " + name;
    }
    if (wanted == Boolean.class) {
      return true;
    }
    if (wanted == Instant.class) {
      return Instant.parse("2026-01-01T09:00:00.123Z");
    }
    return number(wanted);
  }

  private static Object number(Class<?> type) {
    return switch (type.getSimpleName()) {
      case "Integer", "int" -> 7;
      case "Long", "long" -> 7L;
      case "Float", "float" -> 0.5f;
      case "Double", "double" -> 0.5;
      case "Byte", "byte" -> (byte) 7;
      default -> throw new IllegalStateException("a type this test does not know: " + type);
    };
  }

  private Object record(PojoTypeInfo<?> pojo) {
    RecordComponent[] components = pojo.getTypeClass().getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      String name = components[i].getName();
      boolean left = pojo.getTypeClass() == of && name.equals(absent);
      values[i] =
          left
              ? Array.get(Array.newInstance(components[i].getType(), 1), 0)
              : value(pojo.getTypeAt(name), name);
    }
    return made(pojo.getTypeClass(), components, values);
  }

  private Object made(Class<?> record, RecordComponent[] components, Object[] values) {
    try {
      var constructor =
          record.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new AssertionError(
          record.getSimpleName()
              + " cannot be made without "
              + absent
              + ". A record in state takes every field absent, because state written before there"
              + " was the field has none: let its constructor replace null by a default.",
          e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
