/**
 * One command that starts everything and plays a scene whose truth is known.
 *
 * <p>Production code never depends on it.
 */
@NullMarked
package io.sightings.cli.demo;

import org.jspecify.annotations.NullMarked;
