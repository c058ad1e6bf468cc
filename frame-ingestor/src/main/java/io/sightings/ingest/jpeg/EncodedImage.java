package io.sightings.ingest.jpeg;

/**
 * A picture as it goes to Kafka.
 *
 * @param bytes the encoded picture; never copied
 * @param contentType its media type
 * @param width in pixels, upright
 * @param height in pixels, upright
 */
public record EncodedImage(byte[] bytes, String contentType, int width, int height) {}
