/**
 * Clients, readers and writers of the topics for tools.
 *
 * <p>Decides nothing about sightings.
 */
@NullMarked
package io.sightings.toolkit.topics;

import org.jspecify.annotations.NullMarked;
