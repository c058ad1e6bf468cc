/**
 * One command that starts everything and plays a scene whose truth is known.
 *
 * <p>Production code never depends on it.
 */
package io.sightings.cli.demo;
