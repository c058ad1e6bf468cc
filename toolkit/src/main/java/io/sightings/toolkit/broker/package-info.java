/**
 * A broker that outlives the command that started it.
 *
 * <p>Knows no topic.
 */
package io.sightings.toolkit.broker;
