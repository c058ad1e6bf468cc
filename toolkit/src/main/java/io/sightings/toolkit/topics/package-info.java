/**
 * Clients, readers and writers of the topics for tools.
 *
 * <p>Decides nothing about sightings.
 */
package io.sightings.toolkit.topics;
