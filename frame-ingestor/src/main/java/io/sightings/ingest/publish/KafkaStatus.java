package io.sightings.ingest.publish;

/**
 * Why Kafka cannot be used.
 *
 * @param text in a sentence, with what mends it
 * @param refused whether asking again does not help: it is there, and does not want this client
 */
record KafkaStatus(String text, boolean refused) {

  static KafkaStatus passing(String text) {
    return new KafkaStatus(text, false);
  }
}
