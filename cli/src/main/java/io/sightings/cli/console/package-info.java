/**
 * Output, tables, exit codes, log file and Ctrl-C of every command.
 *
 * <p>Knows no command and no topic.
 */
package io.sightings.cli.console;
