/** A real Kafka broker on this machine, for tests and the demo: nothing to install. */
package io.sightings.kafka;
