/** GStreamer, where it is installed. */
@NullMarked
package io.sightings.cameras.gst;

import org.jspecify.annotations.NullMarked;
