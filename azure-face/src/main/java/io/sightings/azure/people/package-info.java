/** How our people and photos are found again in a group of the service. */
package io.sightings.azure.people;
