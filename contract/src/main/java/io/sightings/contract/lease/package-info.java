/**
 * Values that several users within a JVM share.
 *
 * <p>Knows nothing of what is shared.
 */
package io.sightings.contract.lease;
