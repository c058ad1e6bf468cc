/** Asks an identification service who the people are, beside the stream. */
package io.sightings.job.ask;
