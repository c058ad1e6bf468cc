/**
 * Output, tables and exit codes of a command.
 *
 * <p>Knows no command.
 */
@NullMarked
package io.sightings.toolkit.console;

import org.jspecify.annotations.NullMarked;
