/** People into a large person group of the service, again and again without harm. */
@NullMarked
package io.sightings.azure.enrol;

import org.jspecify.annotations.NullMarked;
