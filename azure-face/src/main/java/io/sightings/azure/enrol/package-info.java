/** People into a large person group of the service, again and again without harm. */
package io.sightings.azure.enrol;
