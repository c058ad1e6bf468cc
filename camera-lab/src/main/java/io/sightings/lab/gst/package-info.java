/** GStreamer, where it is installed. */
package io.sightings.lab.gst;
