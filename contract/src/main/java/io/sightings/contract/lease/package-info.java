/**
 * Values that several users within a JVM share.
 *
 * <p>Knows nothing of what is shared.
 */
@NullMarked
package io.sightings.contract.lease;

import org.jspecify.annotations.NullMarked;
