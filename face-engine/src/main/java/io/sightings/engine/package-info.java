/**
 * The interfaces and values of the local face engine: pictures in, faces out.
 *
 * <p>No Flink, no Kafka, no vendor of an online service.
 */
@NullMarked
package io.sightings.engine;

import org.jspecify.annotations.NullMarked;
