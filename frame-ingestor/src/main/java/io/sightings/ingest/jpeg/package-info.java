/**
 * Encodes a picture as the JPEG that becomes a frame.
 *
 * <p>Decides nothing about which pictures are taken.
 */
@NullMarked
package io.sightings.ingest.jpeg;

import org.jspecify.annotations.NullMarked;
