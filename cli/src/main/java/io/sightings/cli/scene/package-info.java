/** The drawn scene as a video, to be shown to a camera. */
@NullMarked
package io.sightings.cli.scene;

import org.jspecify.annotations.NullMarked;
