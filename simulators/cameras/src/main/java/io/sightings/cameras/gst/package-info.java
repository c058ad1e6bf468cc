/** GStreamer, where it is installed. */
package io.sightings.cameras.gst;
