/** The drawn scene, for whoever wants to show it to a camera. */
@NullMarked
package io.sightings.cli.scene;

import org.jspecify.annotations.NullMarked;
