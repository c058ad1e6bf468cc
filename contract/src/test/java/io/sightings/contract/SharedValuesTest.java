package io.sightings.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.contract.lease.SharedValues;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedValuesTest {
  private final List<String> closed = new ArrayList<>();
  private final SharedValues<String, String> values = new SharedValues<>(closed::add);

  @Test
  void aValueIsClosedWithItsLastLease() {
    var first = values.acquire("door", key -> key + " opened");
    var second = values.acquire("door", key -> key + " opened again");
    assertThat(second.value()).isSameAs(first.value());

    first.close();
    first.close();
    assertThat(closed).as("the second lease still holds it").isEmpty();
    second.close();
    assertThat(closed).containsExactly("door opened");
    assertThat(values.acquire("door", key -> "another").value()).isEqualTo("another");
  }

  @Test
  void aValueThatCannotBeOpenedIsNotHeld() {
    assertThatThrownBy(
            () ->
                values.acquire(
                    "door",
                    key -> {
                      throw new IllegalStateException("locked");
                    }))
        .hasMessage("locked");
    assertThat(values.acquire("door", key -> "opened").value()).isEqualTo("opened");
  }
}
