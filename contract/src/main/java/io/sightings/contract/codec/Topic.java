package io.sightings.contract.codec;

import java.io.Serializable;

/** A topic is its name and what is on it, so that the two can never be mixed up. */
public record Topic<T>(String name, Codec<T> codec) implements Serializable {

  public Topic<T> named(String otherName) {
    return new Topic<>(otherName, codec);
  }
}
