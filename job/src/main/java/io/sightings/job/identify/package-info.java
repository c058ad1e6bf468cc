/**
 * Fourth stage: compares faces with the gallery.
 *
 * <p>Decides no name of a visit: the sighting stage does.
 */
package io.sightings.job.identify;
