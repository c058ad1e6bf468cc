package io.sightings.contract.codec;

import java.io.Serializable;

/** A topic is its name and what is on it, so that the two can never be mixed up. */
public record TypedTopic<T>(String name, RecordCodec<T> codec) implements Serializable {

  public TypedTopic<T> named(String otherName) {
    return new TypedTopic<>(otherName, codec);
  }
}
