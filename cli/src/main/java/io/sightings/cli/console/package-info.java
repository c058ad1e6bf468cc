/**
 * Output, tables, exit codes, log file and Ctrl-C of every command.
 *
 * <p>Knows no command and no topic.
 */
@NullMarked
package io.sightings.cli.console;

import org.jspecify.annotations.NullMarked;
