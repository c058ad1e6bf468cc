/** The drawn scene, for whoever wants to show it to a camera. */
package io.sightings.cli.scene;
