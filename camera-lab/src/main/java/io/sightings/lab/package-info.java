/** Cameras for tests: good ones and bad ones. */
package io.sightings.lab;
