/** How our people and photos are found again in a group of the service. */
@NullMarked
package io.sightings.azure.people;

import org.jspecify.annotations.NullMarked;
