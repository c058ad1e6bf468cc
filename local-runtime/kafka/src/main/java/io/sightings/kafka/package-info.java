/** A real Kafka broker on this machine, for tests and the demo: nothing to install. */
@NullMarked
package io.sightings.kafka;

import org.jspecify.annotations.NullMarked;
