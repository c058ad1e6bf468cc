/** What is read once: videos, photos and folders of both. Retries and Kafka do not enter. */
@NullMarked
package io.sightings.ingest.source;

import org.jspecify.annotations.NullMarked;
