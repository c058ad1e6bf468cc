package io.sightings.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.sightings.contract.codec.PersonChange;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Flink writes these records field by field when it passes them on or checkpoints them, and makes
 * them anew through their constructors, first of all with nothing in them.
 */
class FlinkEdgeTest {
  private static final Set<Class<?>> SCALARS =
      Set.of(
          boolean.class,
          int.class,
          long.class,
          float.class,
          double.class,
          Boolean.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          String.class,
          Instant.class);

  static List<Class<?>> records() {
    return List.of(
        KafkaMessage.class,
        KafkaMessage.Header.class,
        Frame.class,
        FrameInfo.class,
        SourceInfo.class,
        Sighting.class,
        Sighting.Who.class,
        Sighting.RunnerUp.class,
        Sighting.BestShot.class,
        FaceBox.class,
        Alert.class,
        RejectedFrame.class,
        Person.class,
        Person.Template.class,
        PersonChange.class);
  }

  @ParameterizedTest
  @MethodSource("records")
  void aRecordOnAnEdgeHoldsOnlyWhatFlinkCanWriteItself(Class<?> type) {
    assertThat(Modifier.isPublic(type.getModifiers())).as("%s is public", type).isTrue();
    for (RecordComponent part : type.getRecordComponents()) {
      assertThat(canTravel(part.getGenericType())).as("%s can travel", part).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void aRecordOnAnEdgeCanBeMadeOfNothing(Class<?> type) {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    Object[] nothing =
        Arrays.stream(constructor.getParameterTypes())
            // An array's first element is the type's own zero: null, 0 or false.
            .map(part -> Array.get(Array.newInstance(part, 1), 0))
            .toArray();

    assertThatCode(() -> constructor.newInstance(nothing)).doesNotThrowAnyException();
  }

  private static boolean canTravel(Type type) {
    if (type instanceof ParameterizedType generic) {
      boolean container = generic.getRawType() == List.class || generic.getRawType() == Map.class;
      return container
          && Arrays.stream(generic.getActualTypeArguments()).allMatch(FlinkEdgeTest::canTravel);
    }
    Class<?> plain = (Class<?>) type;
    return SCALARS.contains(plain)
        || plain == byte[].class
        || plain == float[].class
        || plain.isEnum()
        || (plain.isRecord()
            && Arrays.stream(plain.getRecordComponents())
                .allMatch(part -> canTravel(part.getGenericType())));
  }
}
