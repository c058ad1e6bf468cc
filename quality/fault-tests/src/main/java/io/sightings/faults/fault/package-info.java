/** What can go wrong, and when it does. */
package io.sightings.faults.fault;
