/**
 * FFmpeg as Java sees it: containers, errors, interrupts, log, allowed formats.
 *
 * <p>Knows neither files nor cameras.
 */
package io.sightings.ingest.ffmpeg;
