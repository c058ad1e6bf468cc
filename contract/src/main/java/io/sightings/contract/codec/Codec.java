package io.sightings.contract.codec;

import java.io.Serializable;

/** How a thing is written on a topic. Stateless and safe for use by many threads. */
public interface Codec<T> extends Serializable {

  Message encode(T thing);

  /**
   * @throws MalformedMessageException if the message is not one of this codec's; the text says
   *     which part is wrong
   */
  T decode(Message message) throws MalformedMessageException;
}
