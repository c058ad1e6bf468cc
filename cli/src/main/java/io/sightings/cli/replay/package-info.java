/** Gives the job again what it could not use. */
package io.sightings.cli.replay;
