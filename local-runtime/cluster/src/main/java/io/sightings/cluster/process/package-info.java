/** JVMs on this machine that are started, watched, hurt and ended. */
package io.sightings.cluster.process;
