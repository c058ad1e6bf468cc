/**
 * JVMs on this machine that can be started, observed, paused, and ended.
 *
 * <p>Knows neither Kafka nor Flink.
 */
@NullMarked
package io.sightings.process;

import org.jspecify.annotations.NullMarked;
