package io.sightings.contract.codec;

import io.sightings.contract.KafkaMessage;
import java.io.Serializable;

/** How a thing is written on a topic. Stateless and safe for use by many threads. */
public interface RecordCodec<T> extends Serializable {

  KafkaMessage encode(T thing);

  /**
   * @throws MalformedMessageException if the message is not one of this codec's; the text says
   *     which part is wrong
   */
  T decode(KafkaMessage message) throws MalformedMessageException;
}
