/** Videos and photos as they are on disk: FFmpeg for what moves, headers only for what does not. */
package io.sightings.ingest.media;
