/**
 * A broker that outlives the command that started it.
 *
 * <p>Knows no topic.
 */
@NullMarked
package io.sightings.toolkit.broker;

import org.jspecify.annotations.NullMarked;
