/**
 * Enrols people from photos, lists, renames and forgets them.
 *
 * <p>Compares no faces itself: the face engine does.
 */
@NullMarked
package io.sightings.cli.people;

import org.jspecify.annotations.NullMarked;
