/**
 * Output, tables and exit codes of a command.
 *
 * <p>Knows no command.
 */
package io.sightings.toolkit.console;
