/**
 * Enrols people from photos, lists, renames and forgets them.
 *
 * <p>Compares no faces itself: the face engine does.
 */
package io.sightings.cli.people;
