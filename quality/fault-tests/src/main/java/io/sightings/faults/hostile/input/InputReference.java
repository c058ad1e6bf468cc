package io.sightings.faults.hostile.input;

/**
 * What is kept of an input once it is sent.
 *
 * @param index its place in the plan, from 0
 */
public record InputReference(int index, ProductEntrance entrance, HostileKind kind) {
  @Override
  public String toString() {
    return "%d (%s, %s)".formatted(index, entrance, kind.name());
  }
}
