/**
 * FFmpeg as Java sees it: containers, errors, interrupts, log, allowed formats.
 *
 * <p>Knows neither files nor cameras.
 */
@NullMarked
package io.sightings.ingest.ffmpeg;

import org.jspecify.annotations.NullMarked;
