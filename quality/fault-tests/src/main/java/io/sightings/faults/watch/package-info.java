/** Whether and when the product works again. */
package io.sightings.faults.watch;
